import { describe, expect, it } from "vitest";
import { expectedHeaders, LAYOUTS, recogniseLayout, refuseUnknown } from "#lib/results/layouts/recognise.ts";
import { recogniseReport } from "#lib/results/layouts/report-forms.ts";
import { COPIES, readSample } from "../sample-files.ts";
import { book, SMALL_HEADER, sheet, smallF1 } from "../sheets.ts";

const FORMS = {
  C: ["Пользователь", "Код", "Вариант", ...SMALL_HEADER, "Наименование класса", "Итого баллов"],
  D: ["Код", "Вариант (часть 1)", ...SMALL_HEADER, "Итого баллов"],
  E: ["Код участника", "Вариант", ...SMALL_HEADER, "Порядковый номер класса", "Итого баллов"],
  F: ["Код участника", ...SMALL_HEADER, "Первичный балл", "Отметка"],
  T: ["Код", "Класс", "Вариант", ...SMALL_HEADER, "Отметка за предыдущий период", "Итого"],
};

describe("a form is known by the words of its header", () => {
  it.each(Object.entries(FORMS))("%s", (code, header) => {
    expect(recogniseLayout(book(sheet("Лист1", [header])))?.code).toBe(code);
    expect(LAYOUTS.filter((layout) => layout.recognise(book(sheet("Лист1", [header]))))).toHaveLength(1);
  });

  it("in another case, with line breaks and Latin twins, in the thirtieth row, behind other sheets", () => {
    const header = ["КОД\nучастника ", "Перви\u00adчный  балл", "Oтметкa", "1 (2б)"];
    const rows = Array.from({ length: 29 }, () => ["пояснение"]);
    expect(recogniseLayout(book(sheet("Титул", [["Отчёт"]]), sheet("Ф1", [...rows, header])))?.code).toBe(
      "F",
    );
    expect(recogniseLayout(book(sheet("Ф1", [["пояснение"], ...rows, header])))).toBeNull();
  });

  it("but not by the same words one below the other", () => {
    expect(
      recogniseLayout(book(sheet("Инструкция", [["Код участника"], ["Первичный балл"], ["Отметка"]]))),
    ).toBeNull();
  });
});

describe("an unknown file", () => {
  it("is refused with the nearest form, what it lacks and what was found", () => {
    const { code, params, row } = refuseUnknown(
      book(sheet("Лист1", [["Список"], ["Код участника", "Первичный балл", "Класс"]])),
    );
    expect([code, row]).toEqual(["unknownForm", 2]);
    expect(params).toEqual({
      nearest: "F",
      expected: "«Код участника», «Первичный балл», «Отметка»",
      missing: "«Отметка»",
      found: "«Код участника», «Первичный балл», «Класс»",
      foundCount: 3,
    });
  });

  it("that resembles nothing is told every set of headers", () => {
    const { params } = refuseUnknown(book(sheet("Лист1", [["Имя", "Телефон"]])));
    expect(params.nearest).toBe("none");
    for (const { headers } of expectedHeaders())
      for (const header of headers) expect(params.expected).toContain(header);
  });

  it("without any cell does not throw", () => {
    expect(refuseUnknown(book()).code).toBe("unknownForm");
  });

  it("that is another known form is called by its name", () => {
    const workbook = book(sheet("Показатели", [["№", "Показатель", "Единица измерения", "Значение"]]));
    expect(recogniseLayout(workbook)).toBeNull();
    expect(refuseUnknown(workbook)).toMatchObject({ code: "otherForm", params: { form: "selfEvaluation" } });
  });

  it("that carries only ready totals is known as that report, never as a list of pupils", () => {
    const workbook = readSample(
      COPIES,
      "07-aggregates/Ф3. Статистика по отметкам. Русский язык, 4 класс. Верхнеозёрский МО.xlsx",
    );
    expect(recogniseLayout(workbook)).toBeNull();
    expect(recogniseReport(workbook)).toBe("F-06");
  });
});

describe("the columns of a form", () => {
  const codes = (header: string[], rows: (string | number)[][] = []) => {
    const reading = recogniseLayout(book(sheet("Ф1", [header, ...rows])))?.read(
      book(sheet("Ф1", [header, ...rows])),
    );
    return reading?.findings.map(({ code, column }) => [code, column]);
  };

  it("are not guessed when one stands twice", () => {
    expect(codes([...FORMS.F, "Отметка"], [["00101", 1, 1, 1, 3, 4, 5]])).toContainEqual(["headerTwice", 7]);
  });

  it("of a task that stands twice are both named", () => {
    const header = ["Код участника", "6(1) (1б)", "6.1 (1б)", "Первичный балл", "Отметка"];
    expect(codes(header, [["00101", 1, 1, 2, 3]])).toContainEqual(["taskColumnTwice", 3]);
  });

  it("with names are refused and never read", () => {
    const header = ["Код участника", "ФИО", ...SMALL_HEADER, "Первичный балл", "Отметка"];
    const workbook = book(sheet("Ф1", [header, ["00101", "Иванов Иван", 1, 1, 1, 3, 4]]));
    const reading = recogniseLayout(workbook)?.read(workbook);
    expect(reading?.refusedColumns).toEqual([{ sheet: "Ф1", column: 2, reason: "names" }]);
    expect(reading?.findings.map(({ code }) => code)).toContain("namesInFile");
    expect(JSON.stringify(reading)).not.toContain("Иванов");
  });

  it.each(["Фамилия", "Имя", "Отчество", "Ф.И.О.", "ФИО участника", "Фамилия Имя Отчество"])(
    "«%s» holds names",
    (name) => {
      expect(codes([name, ...FORMS.F], [["Иванов", "00101", 1, 1, 1, 3, 4]])).toContainEqual([
        "namesInFile",
        1,
      ]);
    },
  );

  it.each(["Ученик", ""])(
    "headed %j hold names when their cells do, and are refused all the same",
    (header) => {
      const rows = ["Иванов Иван", "Петрова Анна Сергеевна", "Ким А. Б."].map((name, i) => [
        `0010${i}`,
        1,
        1,
        1,
        3,
        4,
        name,
      ]);
      const workbook = book(sheet("Ф1", [[...FORMS.F, header], ...rows]));
      const reading = recogniseLayout(workbook)?.read(workbook);
      expect(reading?.refusedColumns).toEqual([{ sheet: "Ф1", column: 7, reason: "names" }]);
      expect(reading?.findings.find(({ code }) => code === "namesInFile")?.params).toEqual({
        header: header || "G",
      });
      expect(JSON.stringify(reading)).not.toMatch(/Иванов|Петрова|Ким/);
    },
  );

  it("with other words are not taken for names", () => {
    const rows = ["не пройд.", "Средняя школа", "УМК Школа России"].map((text, i) => [
      `0010${i}`,
      1,
      1,
      1,
      3,
      4,
      text,
    ]);
    const workbook = book(sheet("Ф1", [[...FORMS.F, "Учебник"], ...rows]));
    expect(recogniseLayout(workbook)?.read(workbook).refusedColumns).toEqual([]);
  });

  it("that the form does not know are skipped aloud", () => {
    expect(codes(["Учебник", ...FORMS.F], [["", "00101", 1, 1, 1, 3, 4]])).toEqual([
      ["titleUnreadable", null],
      ["unknownColumn", 1],
    ]);
  });

  it("without any task are a finding", () => {
    expect(codes(["Код участника", "Первичный балл", "Отметка"], [["00101", 3, 4]])).toContainEqual([
      "noTaskColumns",
      null,
    ]);
  });
});

it("a form without a pupil is refused", () => {
  expect(
    smallF1([]) &&
      recogniseLayout(smallF1([]))
        ?.read(smallF1([]))
        .findings.map(({ code }) => code),
  ).toEqual(["noPupilRows"]);
});
