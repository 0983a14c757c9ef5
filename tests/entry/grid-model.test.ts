import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStorable } from "#lib/entry/cell-text.ts";
import { entryColumns } from "#lib/entry/columns.ts";
import { pressKey } from "#lib/entry/grid-keys.ts";
import { emptyGrid, type GridState, redo, undo, withRows, writeCells } from "#lib/entry/grid-state.ts";
import { pasteBlock } from "#lib/entry/paste.ts";

const columns = entryColumns([
  { code: "1", max: 1 },
  { code: "2К1", max: 3 },
  { code: "3", max: 12 },
]);
const start = () => emptyGrid(columns, 4);

const press = fc.record({
  key: fc.constantFrom(
    ..."0123456789ХxЧчНнмж-я ",
    "Enter",
    "Tab",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageDown",
    "F2",
    "Escape",
    "Backspace",
    "Delete",
  ),
  code: fc.constant("x"),
  ctrl: fc.constant(false),
  shift: fc.boolean(),
  alt: fc.constant(false),
});
const text = fc.constantFrom(
  "",
  "0",
  "1",
  "2",
  "3",
  "12",
  "13",
  "Х",
  "x",
  "2,0",
  "н",
  "Иванов",
  "40101",
  "40102",
  "1,5",
);
const block = fc.array(fc.array(text, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 });
const action = fc.oneof(
  { weight: 6, arbitrary: press.map((key) => ({ kind: "key" as const, key })) },
  { weight: 1, arbitrary: block.map((rows) => ({ kind: "paste" as const, rows })) },
  { weight: 2, arbitrary: fc.constant({ kind: "undo" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "redo" as const }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function act(state: GridState, what: Action): GridState {
  if (what.kind === "key") return pressKey(state, what.key).state;
  if (what.kind === "paste") return pasteBlock(state, what.rows).state;
  return what.kind === "undo" ? undo(state) : redo(state);
}

const padded = (cells: readonly string[], length: number) => [
  ...cells,
  ...Array<string>(length - cells.length).fill(""),
];

describe("whatever is typed, pasted and taken back", () => {
  it("leaves the same cells as writing the outcome once into an empty grid", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const typed = actions.reduce(act, start());
        const clean = writeCells(
          withRows(start(), typed.rows),
          typed.cells.map((value, at) => [at, value] as const),
        );
        expect(clean.cells).toEqual(typed.cells);
      }),
    );
  });

  it("is gone when every step is taken back, and there again when every step is done again", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const typed = actions.reduce(act, start());
        let state = typed;
        while (state.undo.length > 0) state = undo(state);
        expect(state.cells.every((value) => value === "")).toBe(true);
        const steps = typed.undo.length;
        for (let i = 0; i < steps; i++) state = redo(state);
        expect(state.cells).toEqual(typed.cells);
      }),
    );
  });

  it("undo after any one action brings back the cells from before it", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), press, (actions, key) => {
        const before = { ...actions.reduce(act, start()), mode: "ready" as const };
        const after = pressKey(before, key).state;
        if (after.undo === before.undo) return;
        expect(undo(after).cells).toEqual(before.cells);
      }),
    );
  });

  it("keeps the active cell inside, and never a text that may be a name", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const state = actions.reduce(act, start());
        expect(state.active).toBeGreaterThanOrEqual(0);
        expect(state.active).toBeLessThan(state.cells.length);
        state.cells.forEach((value, at) => {
          const column = columns[at % columns.length];
          if (column) expect(isStorable(column, value), value).toBe(true);
        });
        expect(padded(state.cells, state.rows * columns.length)).toHaveLength(state.cells.length);
      }),
    );
  });
});
