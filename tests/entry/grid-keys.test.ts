import { describe, expect, it } from "vitest";
import { cellName, entryColumns } from "#lib/entry/columns.ts";
import { enterText, goTo, pressKey } from "#lib/entry/grid-keys.ts";
import { columnAt, copyText, emptyGrid, type GridState, rowOf } from "#lib/entry/grid-state.ts";

// Columns: 0 code, 1 sex, 2 variant, 3 journal, 4 absent, 5 task 1 (max 1), 6 task 2К1 (max 3), 7 task 3 (max 12).
const columns = entryColumns([
  { code: "1", max: 1 },
  { code: "2К1", max: 3 },
  { code: "3", max: 12 },
]);
const WIDTH = 8;
const at = (row: number, column: number) => row * WIDTH + column;
const grid = (active: number) => goTo(emptyGrid(columns, 3), active);

/** Keys by name; `^` = with Ctrl, `+` = with Shift. */
function type(state: GridState, ...keys: string[]): GridState {
  return keys.reduce((now, name) => {
    const ctrl = name.startsWith("^");
    const shift = name.startsWith("+") && name.length > 1;
    const key = ctrl || shift ? name.slice(1) : name;
    const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key;
    return pressKey(now, { key, code, ctrl, shift, alt: false }).state;
  }, state);
}
const written = (state: GridState) =>
  Object.fromEntries(
    state.cells.flatMap((value, i) =>
      value === "" ? [] : [[cellName(rowOf(state, i), columnAt(state, i).key), value] as const],
    ),
  );

describe("points", () => {
  it("a digit is written and the hand goes on to the next task", () => {
    const state = type(grid(at(0, 5)), "1", "2");
    expect(written(state)).toEqual({ "0:t:1": "1", "0:t:2К1": "2" });
    expect(state.active).toBe(at(0, 7));
  });

  it("a second digit follows where the maximum has two", () => {
    expect(written(type(grid(at(0, 7)), "1", "2"))).toEqual({ "0:t:3": "12" });
    // 2…9 cannot be followed by a digit within 12, so the hand goes on at once.
    expect(type(grid(at(0, 7)), "7").active).not.toBe(at(0, 7));
  });

  it("a value above the maximum stays where it is, to be seen", () => {
    const state = type(grid(at(0, 6)), "4");
    expect(written(state)).toEqual({ "0:t:2К1": "4" });
    expect(state.active).toBe(at(0, 6));
  });

  it("behind the last task the hand returns to where the row began, a row below", () => {
    expect(type(grid(at(0, 5)), "1", "3", "1", "2").active).toBe(at(1, 5));
  });

  it("goes down instead when a column is typed, and stays when moving is off", () => {
    expect(type({ ...grid(at(0, 5)), direction: "column" }, "1").active).toBe(at(1, 5));
    expect(type({ ...grid(at(0, 5)), autoMove: false }, "1").active).toBe(at(0, 5));
  });

  it.each(["Х", "х", "X", "x", "Ч", "ч", "-", "−"])("%s is «not attempted» in one spelling", (key) => {
    expect(written(type(grid(at(0, 6)), key))).toEqual({ "0:t:2К1": "Х" });
  });

  it("Н is «not taught», other letters write nothing", () => {
    expect(written(type(grid(at(0, 6)), "н"))).toEqual({ "0:t:2К1": "не пройд." });
    const outcome = pressKey(grid(at(0, 6)), {
      key: "ф",
      code: "KeyA",
      ctrl: false,
      shift: false,
      alt: false,
    });
    expect(outcome).toMatchObject({ handled: true, ask: "digitsOnly" });
    expect(written(outcome.state)).toEqual({});
  });
});

describe("other columns", () => {
  it("a code is typed as a text, and a word is no code: its third letter is not taken", () => {
    expect(written(type(grid(at(0, 0)), ..."40101"))).toEqual({ "0:code": "40101" });
    expect(written(type(grid(at(0, 0)), ..."Иван"))).toEqual({ "0:code": "Ив" });
  });

  it("sex, journal mark and absence take one key each", () => {
    const state = type(grid(at(0, 1)), "м", "1", "Tab", "4", "н");
    expect(written(state)).toEqual({
      "0:sex": "м",
      "0:variant": "1",
      "0:journal": "4",
      "0:absent": "н",
    });
    expect(written(type(state, "н"))).not.toHaveProperty("0:absent");
  });
});

describe("moving", () => {
  it.each([
    ["Enter", at(2, 5)],
    ["+Enter", at(0, 5)],
    ["Tab", at(1, 6)],
    ["+Tab", at(1, 4)],
    ["ArrowLeft", at(1, 4)],
    ["ArrowDown", at(2, 5)],
    ["Home", at(1, 0)],
    ["End", at(1, 7)],
    ["^Home", at(0, 0)],
    ["^End", at(2, 7)],
    ["PageDown", at(2, 5)],
  ])("%s", (key, target) => {
    expect(type(grid(at(1, 5)), key).active).toBe(target);
  });

  it("Tab wraps to the next row and leaves behind the last cell, so nobody is trapped", () => {
    expect(type(grid(at(0, 7)), "Tab").active).toBe(at(1, 0));
    const press = { key: "Tab", code: "Tab", ctrl: false, alt: false };
    expect(pressKey(grid(at(2, 7)), { ...press, shift: false }).handled).toBe(false);
    expect(pressKey(grid(0), { ...press, shift: true }).handled).toBe(false);
  });
});

describe("erasing and taking back", () => {
  it("Backspace takes the last digit while typing, the whole value afterwards", () => {
    expect(written(type(grid(at(0, 0)), "4", "0", "Backspace"))).toEqual({ "0:code": "4" });
    const moved = type(grid(at(0, 5)), "1", "ArrowLeft", "Backspace");
    expect(written(moved)).toEqual({});
  });

  it("undo takes a typed code back as a whole, in any layout, and redo returns it", () => {
    const typed = type(grid(at(0, 0)), ..."401");
    const z = { key: "я", code: "KeyZ", ctrl: true, shift: false, alt: false };
    const undone = pressKey(typed, z).state;
    expect(written(undone)).toEqual({});
    expect(written(pressKey(undone, { ...z, key: "н", code: "KeyY" }).state)).toEqual({ "0:code": "401" });
  });

  it("Esc brings back what stood there before", () => {
    const before = type(grid(at(0, 7)), "5", "ArrowLeft", "ArrowRight");
    const there = goTo(before, at(0, 7));
    expect(written(type(there, "1", "Escape"))).toEqual({ "0:t:3": "5" });
  });

  it("Delete clears the selected block; a digit never fills it", () => {
    const block = type(grid(at(0, 5)), "1", "2", "ArrowLeft", "+ArrowLeft");
    expect(copyText(block)).toBe("1\t2");
    expect(written(type(block, "Delete"))).toEqual({});
    expect(written(type(block, "0"))).toEqual({ "0:t:1": "0", "0:t:2К1": "2" });
  });
});

it("a soft keyboard that tells of no key writes through the field", () => {
  expect(written(enterText(grid(at(0, 6)), " 2,0 "))).toEqual({ "0:t:2К1": "2" });
});

it("and goes on as a key would, so that the next digit is the next task's", () => {
  const state = enterText(enterText(grid(at(0, 5)), "1"), "2");
  expect(written(state)).toEqual({ "0:t:1": "1", "0:t:2К1": "2" });
  expect(state.active).toBe(at(0, 7));
});

it("codes of a second typing are not its own to change", () => {
  const locked = { ...grid(at(0, 0)), locked: new Set(["code"]) };
  expect(written(type(locked, "4", "Delete"))).toEqual({});
});
