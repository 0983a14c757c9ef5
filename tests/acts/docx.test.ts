import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { composeAct } from "#lib/acts/compose.ts";
import type { ActDocument } from "#lib/acts/document.ts";
import { actDocx } from "#lib/acts/docx.ts";
import { translator } from "#messages/translate.ts";
import { facts } from "./sample.ts";

const act: ActDocument = composeAct(facts, translator("ru", "acts"), "ru");
let parts: Record<string, Uint8Array> = {};
const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

beforeAll(async () => {
  parts = unzipSync(await actDocx(act));
});

describe("the act as DOCX", () => {
  it("has real headings, one for each heading of the act", () => {
    const headings = [...xml("word/document.xml").matchAll(/<w:pStyle w:val="Heading1"\/>/g)];
    expect(headings).toHaveLength(act.blocks.filter((one) => one.kind === "heading").length);
    expect(xml("word/document.xml")).toContain('<w:pStyle w:val="Title"/>');
  });

  it("repeats the header row of every table", () => {
    const tables = act.blocks.filter((one) => one.kind === "table" && one.rows.length > 0).length;
    expect([...xml("word/document.xml").matchAll(/<w:tblHeader\/>/g)]).toHaveLength(tables);
  });

  it("holds every word of the act", () => {
    const text = xml("word/document.xml").replace(/<[^>]+>/g, "");
    for (const block of act.blocks) {
      if (block.kind === "table") for (const cell of block.rows.flat()) expect(text).toContain(cell);
      else expect(text).toContain(block.text);
    }
  });

  it("asks nothing when it is opened: no fields to update, no macros, no links outside", () => {
    expect(xml("word/settings.xml")).not.toContain("updateFields");
    expect(Object.keys(parts).filter((name) => /vba|embeddings|activeX/i.test(name))).toEqual([]);
    expect(xml("word/_rels/document.xml.rels")).not.toContain('TargetMode="External"');
  });

  it("writes signs of markup as text", async () => {
    const odd = { ...act, title: 'Положение <b>&"', blocks: [] };
    const { "word/document.xml": body } = unzipSync(await actDocx(odd));
    expect(strFromU8(body ?? new Uint8Array())).toContain("Положение &lt;b&gt;&amp;");
  });
});
