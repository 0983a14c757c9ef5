import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberArray, textArray } from "#lib/results/array-text.ts";
import { testDatabase } from "#tests/support/database.ts";

let connection: pg.Client;

beforeAll(async () => {
  connection = new pg.Client((await testDatabase()).ownerUrl);
  await connection.connect();
});
afterAll(() => connection.end());

/** The list as the database reads it. */
async function read(text: string, type: string): Promise<unknown> {
  const { rows } = await connection.query<{ list: unknown }>(`SELECT to_json($1::${type}[]) AS list`, [text]);
  return rows[0]?.list;
}

describe("a list as a text", () => {
  it.each([
    [[]],
    [["a", null, ""]],
    [["NULL", "null", "{}", "{1,2}", "a,b", " a "]],
    [['say "yes"', "back\\slash", "\\", '"', '\\"', "two\nlines\ttab"]],
    [["Иванова Ё", "№ 5", "’", "😀"]],
  ])("of texts is read as it was: %j", async (list: (string | null)[]) => {
    expect(await read(textArray(list), "text")).toEqual(list);
  });

  it("of numbers keeps what is missing apart from 0", async () => {
    expect(await read(numberArray([3, null, 0, -4]), "int")).toEqual([3, null, 0, -4]);
    expect(await read(numberArray([]), "int")).toEqual([]);
  });

  it("of lists of numbers is read as lists", async () => {
    const texts = (await read(textArray([numberArray([1, -1]), numberArray([])]), "text")) as string[];
    expect(await Promise.all(texts.map((text) => read(text, "smallint")))).toEqual([[1, -1], []]);
  });
});
