import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessMapping, guessPlace, toMapping } from "#lib/results/mapping/guess-mapping.ts";
import { mappingProblem, meanings, singleMeanings } from "#lib/results/mapping/mapping.ts";
import { nameColumnsOf } from "#lib/results/mapping/personal-names.ts";
import { withoutPersons } from "#lib/results/mapping/without-persons.ts";
import { locales } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";
import { type Cell, sheet } from "../sheets.ts";
import { CLASSIC_HEADER, classicForm } from "./classic-form.ts";

describe("the classic form of 2019–2024 (F-04)", () => {
  const form = classicForm();

  it("is found under its heading lines", () => {
    expect(guessPlace([sheet("Инструкция", [["Заполните лист"]]), form])).toEqual({ sheet: "5А", row: 5 });
  });

  it("is guessed right at first sight, column by column", () => {
    const guessed = guessMapping(form, 5);
    expect(guessed.map(({ meaning, task }) => task ?? meaning)).toEqual([
      "skip",
      "code",
      "class",
      "sex",
      "journal",
      "variant",
      "1К1",
      "1К2",
      "2",
      "3.1",
      "6.2.1",
      "total",
    ]);
    expect(mappingProblem(toMapping(guessed))).toBeNull();
    expect(toMapping(guessed).tasksByPlace).toBe(false);
  });

  it("gives a reason for every column and no more than three cells", () => {
    for (const { reason, samples } of guessMapping(form, 5)) {
      expect(reason.key).not.toBe("");
      expect(samples.length).toBeLessThanOrEqual(3);
    }
  });

  it("keeps no name of the organiser above the table", () => {
    const { sheet: kept } = withoutPersons(form);
    expect(kept.rows.flat().join(" ")).not.toContain("Смирнова");
    expect(kept.rows[4]).toEqual(CLASSIC_HEADER);
  });
});

describe("a column without a telling header", () => {
  const guessOf = (header: string, cells: readonly Cell[]) =>
    guessMapping(sheet("л", [[header, "Пол", "Вариант"], ...cells.map((cell) => [cell, "м", "1"])]), 1)[0];

  it.each([
    ["five digits are codes", ["00101", "00102", "00103", "00104"], "code", "fiveDigits"],
    ["4А and 4Б are classes", ["4А", "4А", "4Б", "4Б"], "class", "classes"],
    ["edu and six digits are schools", ["edu970001", "edu970001", "sch970002"], "login", "logins"],
    ["1, 2, 3 … are numbers of lines", ["1", "2", "3", "4", "5"], "skip", "running"],
    ["2 to 5 may be a mark: it is asked, not taken", ["3", "4", "4", "5"], "skip", "perhapsMark"],
    [
      "small numbers with X may be a task: it is asked, not taken",
      ["0", "1", "X", "1"],
      "skip",
      "perhapsTask",
    ],
  ])("%s", (_, cells, meaning, reason) => {
    expect(guessOf("Столбец", cells)).toMatchObject({ meaning, reason: { key: reason } });
  });

  it("a header is not believed against its cells", () => {
    expect(guessOf("Код", ["понедельник", "вторник", "среда", "четверг"])?.meaning).toBe("skip");
  });
});

describe("tasks", () => {
  it.each([
    ["1 (3б)", "1", 3, false],
    ["4K1", "4К1", null, false],
    ["3,1", "3.1", null, false],
    ["Задание 7", "7", null, true],
    ["Балл за 12", "12", null, true],
    ["№ 4", "4", null, true],
    ["з. 2", "2", null, true],
  ])("the header «%s» is task %s", (header, task, max, numbered) => {
    const [first] = guessMapping(sheet("л", [[header], ["1"], ["0"], ["X"]]), 1);
    expect(first).toMatchObject({ meaning: "task", task, max, numbered });
  });
});

describe("names of persons", () => {
  const named = (cells: readonly Cell[], header = "Столбец") =>
    sheet("л", [
      ["Код участника", header, "Класс", "1"],
      ...cells.map((cell, i) => [`0010${i}`, cell, "5А", "1"]),
    ]);

  it.each([
    ["full names", ["Иванова Анна Петровна", "Смирнов Олег Ильич"]],
    ["surnames with initials", ["Иванова А. П.", "Смирнов О. И."]],
    ["capitals", ["ИВАНОВА АННА", "СМИРНОВ ОЛЕГ"]],
    ["given names alone", ["Анна", "Олег", "Мария", "Пётр", "Игорь"]],
    ["surnames alone", ["Иванова", "Смирнов", "Кузнецова", "Попов", "Волкова"]],
    ["Ukrainian names", ["Шевченко Оксана Іванівна", "Ґалаґан Їжак Євгенович"]],
  ])("%s are refused, whatever the header says", (_, cells) => {
    expect([...nameColumnsOf(named(cells))]).toEqual([1]);
  });

  it.each(["ФИО", "Ф.И.О. обучающегося", "Фамилия", "Имя", "Ученик", "Обучающийся", "ПІБ", "Прізвище"])(
    "a column headed «%s» is refused, whatever its cells say",
    (header) => {
      expect([...nameColumnsOf(named(["1", "2"], header))]).toEqual([1]);
    },
  );

  it.each([
    ["Код ученика", ["00101", "00102"]],
    ["Номер обучающегося", ["1", "2"]],
    ["Школа", ["Гимназия Радуга", "Лицей Надежда"]],
    ["Муниципалитет", ["Лугогорск", "Лугогорск", "Лугогорск", "Заречный", "Заречный"]],
    ["Журнал", ["НЕТ ОТМЕТКИ", "НЕТ ОТМЕТКИ", "4"]],
    ["Предмет", ["Русский язык", "Окружающий мир"]],
  ])("«%s» is no column of names", (header, cells) => {
    expect([...nameColumnsOf(named(cells, header))]).toEqual([]);
  });

  it("their column shows no sample and is emptied but for its header", () => {
    const table = named(["Иванова Анна", "Смирнов Олег"], "ФИО");
    const clean = withoutPersons(table);
    expect(clean.columns).toEqual([2]);
    expect(clean.sheet.rows.map((row) => row[1])).toEqual(["ФИО", "", ""]);
    const [, column] = guessMapping(clean.sheet, 1, new Set(clean.columns));
    expect(column).toMatchObject({ meaning: "names", samples: [] });
  });
});

const anyCell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.integer({ min: -5, max: 99_999 }).map(String),
  fc.constantFrom(
    "X",
    "Х",
    "4А",
    "00101",
    "edu970001",
    "Код участника",
    "ФИО",
    "Иванова Анна",
    "1К1 (3б)",
    "2",
    "",
  ),
);
const anySheet = fc
  .array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 12 })
  .map((rows) => sheet("л", rows));

describe("in both languages", () => {
  it.each(locales)("%s: every reason and every meaning has its words", (locale) => {
    const t = translator(locale, "mapping");
    const reasons = new Set(
      fc.sample(anySheet, 300).flatMap((table) => guessMapping(table, 1).map(({ reason }) => reason)),
    );
    for (const { key, params } of [...reasons, ...guessMapping(classicForm(), 5).map(({ reason }) => reason)])
      expect(t(`reason.${key}`, params)).not.toMatch(/reason\.|[{}]/);
    for (const meaning of meanings) expect(t(`meaning.${meaning}`)).not.toContain("meaning.");
  });
});

describe("whatever the table", () => {
  it("nothing that only one column can be is guessed twice, and no column twice", () => {
    fc.assert(
      fc.property(anySheet, fc.integer({ min: 1, max: 30 }), (table, row) => {
        const guessed = guessMapping(table, row);
        expect(new Set(guessed.map(({ column }) => column)).size).toBe(guessed.length);
        for (const meaning of singleMeanings)
          expect(guessed.filter((column) => column.meaning === meaning).length).toBeLessThanOrEqual(1);
        const tasks = guessed.flatMap(({ task }) => task ?? []);
        expect(new Set(tasks).size).toBe(tasks.length);
      }),
    );
  });

  it("no sample comes from a column that is refused", () => {
    fc.assert(
      fc.property(anySheet, (table) => {
        const refused = new Set([...nameColumnsOf(table)].map((i) => i + 1));
        for (const { column, samples } of guessMapping(table, 1, refused))
          if (refused.has(column)) expect(samples).toEqual([]);
      }),
    );
  });

  it("cleaning twice cleans no more than once", () => {
    fc.assert(
      fc.property(anySheet, (table) => {
        const once = withoutPersons(table).sheet;
        expect(withoutPersons(once).sheet.rows).toEqual(once.rows);
      }),
    );
  });

  it("the order of the columns of a form does not change what they are", () => {
    const base = classicForm();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          CLASSIC_HEADER.map((_, i) => i),
          { minLength: CLASSIC_HEADER.length },
        ),
        (order) => {
          const table = {
            ...base,
            rows: base.rows.map((row, at) => (at < 4 ? row : order.map((i) => row[i] ?? ""))),
          };
          const shuffled = guessMapping(table, 5);
          const straight = guessMapping(base, 5);
          order.forEach((from, to) => {
            expect(shuffled[to]?.meaning).toBe(straight[from]?.meaning);
            expect(shuffled[to]?.task).toBe(straight[from]?.task);
          });
        },
      ),
    );
  });
});
