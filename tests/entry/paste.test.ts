import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryColumns } from "#lib/entry/columns.ts";
import { goTo } from "#lib/entry/grid-keys.ts";
import { copyText, emptyGrid, undo, writeCells } from "#lib/entry/grid-state.ts";
import { parseBlock, pasteBlock } from "#lib/entry/paste.ts";

const columns = entryColumns([
  { code: "1", max: 2 },
  { code: "2", max: 3 },
  { code: "3", max: 10 },
]);
const WIDTH = 8;
const at = (row: number, column: number) => row * WIDTH + column;
const grid = (active: number, rows = 4) => goTo(emptyGrid(columns, rows), active);
const points = (cells: readonly string[], row: number) => cells.slice(at(row, 5), at(row, 8));

describe("a block as spreadsheets copy it", () => {
  it("has tabs between cells, any line break between rows, and nothing behind the last one", () => {
    expect(parseBlock("1\t2\r\n3\t\r\n")).toEqual([
      ["1", "2"],
      ["3", ""],
    ]);
    expect(parseBlock("1\n2")).toEqual([["1"], ["2"]]);
    expect(parseBlock("")).toEqual([]);
  });

  it("may have cells in quotes with tabs, breaks and quotes inside", () => {
    expect(parseBlock('"a\tb"\t"c ""d"""\n"e\nf"')).toEqual([["a\tb", 'c "d"'], ["e\nf"]]);
  });

  it("comes back as it was written", () => {
    const cell = fc.string({ maxLength: 6 }).filter((text) => !/[\r\0]/.test(text) && text !== "");
    const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          expect(parseBlock(rows.map((row) => row.map(quoted).join("\t")).join("\n"))).toEqual(rows);
        },
      ),
    );
  });
});

describe("pasting", () => {
  it("lays the block from the active cell on, with commas, both X and blanks, as one step to undo", () => {
    const before = writeCells(grid(at(0, 5)), [[at(0, 6), "3"]]);
    const { state, written, wrong } = pasteBlock(before, parseBlock("2,0\t\tX\n Х \t7\t10"));
    expect(points(state.cells, 0)).toEqual(["2", "", "Х"]);
    expect(points(state.cells, 1)).toEqual(["Х", "7", "10"]);
    expect({ written, wrong }).toEqual({ written: 6, wrong: 1 });
    expect(undo(state).cells).toEqual(before.cells);
  });

  it("goes by the codes when the first column holds them, in whatever order", () => {
    const coded = writeCells(grid(at(0, 5)), [
      [at(0, 0), "40101"],
      [at(1, 0), "40102"],
    ]);
    const { state, byCode } = pasteBlock(coded, parseBlock("40102\t1\t2\t3\n40101\t0\t0\t0"));
    expect(byCode).toBe(true);
    expect(points(state.cells, 0)).toEqual(["0", "0", "0"]);
    expect(points(state.cells, 1)).toEqual(["1", "2", "3"]);
  });

  it("in the column of codes known codes go to their rows and new ones to free rows; the header is none", () => {
    const coded = writeCells(grid(at(0, 0)), [[at(1, 0), "40102"]]);
    const { state } = pasteBlock(coded, parseBlock("Код\tПол\n40102\tм\n40109\tж"));
    expect(state.cells.slice(at(1, 0), at(1, 2))).toEqual(["40102", "м"]);
    expect(state.cells.slice(at(0, 0), at(0, 2))).toEqual(["40109", "ж"]);
  });

  it("one value stays one value, also when many cells are selected", () => {
    const selected = { ...grid(at(0, 5)), anchor: at(3, 5) };
    const { state } = pasteBlock(selected, [["2"]]);
    expect(state.cells.filter((value) => value === "2")).toHaveLength(1);
  });

  it("adds rows up to a whole class and says what did not fit", () => {
    const { state, cutRows, cutColumns } = pasteBlock(
      grid(at(0, 7)),
      Array.from({ length: 62 }, () => ["1", "1"]),
    );
    expect(state.rows).toBe(60);
    expect({ cutRows, cutColumns }).toEqual({ cutRows: 2, cutColumns: 1 });
  });

  it("never takes a name, and says how many cells it left out", () => {
    const { state, refused } = pasteBlock(grid(at(0, 0)), [
      ["Иванов Пётр", "м"],
      ["40101", "ж"],
    ]);
    expect(refused).toBe(1);
    expect(state.cells.join("")).not.toMatch(/Иванов/);
    expect(state.cells[at(0, 1)]).toBe("м");
  });

  it("what was copied and pasted elsewhere is the same", () => {
    const first = pasteBlock(grid(at(0, 5)), [
      ["1", "Х", "9"],
      ["2", "", "10"],
    ]).state;
    const copy = copyText({ ...first, active: at(0, 5), anchor: at(1, 7) });
    const { state } = pasteBlock(goTo(first, at(2, 5)), parseBlock(copy));
    expect(points(state.cells, 2)).toEqual(["1", "Х", "9"]);
    expect(points(state.cells, 3)).toEqual(["2", "", "10"]);
  });
});
