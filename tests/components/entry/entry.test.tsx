import { describe, expect, it } from "vitest";
import { clientPhrases } from "#app/(portal)/results/entry/entry-place.ts";
import { CellHistory } from "#components/entry/cell-history.tsx";
import { CodeSheet } from "#components/entry/code-sheet.tsx";
import { Conflicts } from "#components/entry/conflicts.tsx";
import type { EntryDesk } from "#components/entry/desk.ts";
import type { DeskView } from "#components/entry/desk-view.ts";
import { GridTable } from "#components/entry/grid-table.tsx";
import { ProblemList } from "#components/entry/problem-list.tsx";
import { SavingState } from "#components/entry/saving-state.tsx";
import { rootTranslator } from "#messages/translate.ts";
import { elements, expectSound, markup, text } from "#tests/components/markup.ts";

const phrases = clientPhrases("ru");
const view: DeskView = {
  ready: true,
  rows: 2,
  line: { kind: "free" },
  busy: false,
  unsent: 0,
  savedAt: "2026-04-22T07:42:00Z",
  durable: true,
  conflicts: [],
  problems: [],
  progress: { complete: 0, mean: null, partial: 0, absent: 0, wrong: 0, blanks: 0 },
  idle: 0,
  history: null,
  message: "",
  canUndo: false,
  canRedo: false,
  autoMove: true,
  direction: "row",
  version: 1,
};
// Drawing asks nothing of the desk.
const desk = {} as EntryDesk;
const state = (change: Partial<DeskView>) =>
  text(
    markup(
      <SavingState
        view={{ ...view, ...change }}
        phrases={phrases}
        locale="ru"
        timeZone="Europe/Moscow"
        here="/x"
      />,
    ),
  );

describe("the state of saving is always said in words", () => {
  it.each([
    ["Сохранено 22.04.2026, 10:42", {}],
    ["Сохраняем… Правок: 3", { unsent: 3 }],
    ["Ждёт связи. Правок: 14.", { unsent: 14, line: { kind: "offline" } }],
    ["Сеанс закончился.", { line: { kind: "signedOut" } }],
    [
      "Конфликт. Ячеек: 1.",
      {
        conflicts: [
          {
            name: "0:t:1",
            at: 5,
            place: "x",
            mine: "1",
            theirs: { value: "2", by: "", at: "2026-04-22T07:42:00Z" },
          },
        ],
      },
    ],
    ["Пока ничего не введено", { savedAt: null, version: 0 }],
    ["Всё внесённое сохранено", { savedAt: null }],
  ] as const)("%s", (words, change) => {
    expect(state(change)).toContain(words);
  });

  it("says when the browser keeps nothing", () => {
    expect(state({ durable: false })).toContain("Не закрывайте страницу");
  });

  it("leads back here from signing in again", () => {
    const html = markup(
      <SavingState
        view={{ ...view, line: { kind: "signedOut" } }}
        phrases={phrases}
        locale="ru"
        timeZone="UTC"
        here="/results/entry/1/2/4%D0%90"
      />,
    );
    expect(elements(html, "a")[0]?.href).toBe("/sign-in?to=%2Fresults%2Fentry%2F1%2F2%2F4%25D0%2590");
  });
});

it("the grid is a grid: a head for every column, a cell for every task of every pupil, roles said aloud", () => {
  const html = markup(
    <GridTable
      desk={desk}
      tasks={[{ code: "4К1", max: 3 }]}
      rows={2}
      caption="4А"
      phrases={phrases}
      codesLocked={false}
      maxScore={3}
    />,
  );
  expect(elements(html, "table")[0]).toMatchObject({
    role: "grid",
    "aria-rowcount": "3",
    "aria-colcount": "10",
  });
  // number, five fields, one task, sum, mark, state
  expect(elements(html, "th").filter(({ scope }) => scope === "col")).toHaveLength(10);
  const cells = elements(html, "td").filter((cell) => "data-at" in cell);
  expect(cells.map((cell) => cell["data-at"])).toEqual([..."0123456789", "10", "11"]);
  expect(cells.every(({ role }) => role === "gridcell")).toBe(true);
  expect(elements(html, "tr").every(({ role }) => role === "row")).toBe(true);
  expect(text(html)).toContain("Задание 4К1 из 3");
});

it("a conflict shows both values, whose the other one is, and asks", () => {
  const conflict = {
    name: "0:t:4",
    at: 9,
    place: "Код 40103, задание 4",
    mine: "2",
    theirs: { value: "", by: "Сергеева И. П.", at: "2026-04-22T07:42:00Z" },
  };
  const html = markup(
    <Conflicts
      desk={desk}
      view={{ ...view, conflicts: [conflict] }}
      phrases={phrases}
      locale="ru"
      timeZone="Europe/Moscow"
    />,
  );
  expect(text(html)).toContain(
    "Код 40103, задание 4. У вас: 2. На сервере: пусто (Сергеева И. П., 22.04.2026, 10:42).",
  );
  expect(elements(html, "button")).toHaveLength(2);
  expectSound(html);
});

it("the history of a cell says who, when, from what and to what", () => {
  const steps = [
    { at: "2026-04-22T07:42:00Z", by: "", how: "resolved" as const, before: "1", after: "2" },
    { at: "2026-04-22T07:40:00Z", by: "Сергеева И. П.", how: "typed" as const, before: "", after: "1" },
  ];
  const history = { place: "Код 40103, задание 4", steps };
  const html = markup(
    <CellHistory
      desk={desk}
      view={{ ...view, history }}
      phrases={phrases}
      locale="ru"
      timeZone="Europe/Moscow"
    />,
  );
  expect(text(html)).toContain("История: Код 40103, задание 4");
  expect(text(html)).toContain("22.04.2026, 10:42, другой сотрудник: при сверке двух вводов было 1, стало 2");
  expect(text(html)).toContain("22.04.2026, 10:40, Сергеева И. П.: было пусто, стало 1");
  expectSound(html);
});

it("a wrong cell is told with its place, what was typed and what may be", () => {
  const problem = { key: "aboveMax" as const, params: { task: "4", value: "4", max: 3 } };
  const html = markup(
    <ProblemList
      desk={desk}
      view={{ ...view, problems: [{ at: 9, place: "Код 40103, задание 4", problem }] }}
      phrases={phrases}
    />,
  );
  expect(text(html)).toContain("Код 40103, задание 4: введено 4, а максимум 3.");
  expect(elements(html, "li")[0]?.id).toBe("problem-9");
});

it("the paper of codes has room for a name, and nothing to type one into", () => {
  const sheet = { school: "Школа № 7", codes: [{ row: 0, code: "40101", variant: "" }] };
  const html = markup(<CodeSheet t={rootTranslator("ru")} sheet={sheet} title="ВПР" label="4А" />);
  expect(text(html)).toContain("ФИО (от руки)");
  expect(html).not.toMatch(/<input|<textarea/);
  expectSound(html);
});
