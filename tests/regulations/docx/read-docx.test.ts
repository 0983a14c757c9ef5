import { describe, expect, it } from "vitest";
import { writeNumber } from "#lib/regulations/docx/number-format.ts";
import { readDocx } from "#lib/regulations/docx/read-docx.ts";
import { bulleted, counted, docxOf, heading, lettered, plain, table } from "./sample.ts";

async function read(...parts: Parameters<typeof docxOf>[0]) {
  const outcome = readDocx(await docxOf(parts));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.text;
}
const lines = ({ clauses }: Awaited<ReturnType<typeof read>>) =>
  clauses.map(({ depth, number, heading, body }) => `${depth}|${number}|${heading}|${body}`);

describe("a text document", () => {
  it("with automatic numbers becomes clauses with the numbers that its reader sees", async () => {
    const text = await read(
      counted("Общие положения", 0, true),
      counted("Первая мысль.", 1),
      counted("Подробность.", 2),
      counted("Вторая мысль.", 1),
      counted("Объекты", 0, true),
      counted("Третья мысль.", 1),
    );
    expect(lines(text)).toEqual([
      "1|1|Общие положения|",
      "2|1.1||Первая мысль.",
      "3|1.1.1||Подробность.",
      "2|1.2||Вторая мысль.",
      "1|2|Объекты|",
      "2|2.1||Третья мысль.",
    ]);
    expect(text.numbered).toBe(6);
  });

  it("with typed numbers is read alike, also when a number is cut into runs", async () => {
    const text = await read(
      plain("1. Общие положения"),
      plain("1.", "1", ". Мысль."),
      plain("2.3.1. Глубже."),
      plain("IV. Раздел"),
    );
    expect(lines(text)).toEqual([
      "1|1|Общие положения|",
      "2|1.1||Мысль.",
      "3|2.3.1||Глубже.",
      "1|IV|Раздел|",
    ]);
  });

  it("keeps days, years and shares out of the numbers", async () => {
    const text = await read(
      plain("1. Сроки"),
      plain("01.09.2026 вступает в силу."),
      plain("2026 год объявлен."),
      plain("10 % уроков."),
    );
    expect(lines(text)).toEqual(["1|1|Сроки|01.09.2026 вступает в силу.\n2026 год объявлен.\n10 % уроков."]);
  });

  it("keeps items of lists as lines of their clause", async () => {
    const text = await read(
      counted("Школа:", 1),
      bulleted("считает;"),
      lettered("пишет."),
      plain("1) думает."),
    );
    expect(lines(text)).toEqual(["2|1.1||Школа:\n— считает;\na) пишет.\n1) думает."]);
  });

  it("with headings only has sections without numbers", async () => {
    const text = await read(heading("Зачем", 1), plain("Чтобы знать."), heading("Как", 2), plain("Считать."));
    expect(lines(text)).toEqual(["1||Зачем|Чтобы знать.", "2||Как|Считать."]);
    expect(text.numbered).toBe(0);
  });

  it("counts articles, chapters and appendices by their words", async () => {
    const text = await read(
      plain("Глава 3. Школа"),
      plain("Статья 28. Компетенция"),
      plain("1. Школа свободна."),
      plain("Приложение 1"),
      plain("1. Форма"),
    );
    expect(lines(text)).toEqual([
      "1|Глава 3|Школа|",
      "2|28|Компетенция|",
      "3|1||Школа свободна.",
      "1|Приложение 1||",
      "2|1|Форма|",
    ]);
  });

  it("turns tables into lines and says how many there were", async () => {
    const text = await read(plain("1. Показатели"), table(["Код", "Название"], ["D1", "Успеваемость"]));
    expect(lines(text)).toEqual(["1|1|Показатели|Код | Название\nD1 | Успеваемость"]);
    expect(text.tables).toBe(1);
  });

  it("keeps what stands before the first clause", async () => {
    expect(lines(await read(plain("УТВЕРЖДЕНО"), plain("1. Начало")))).toEqual([
      "1|||УТВЕРЖДЕНО",
      "1|1|Начало|",
    ]);
  });

  it("in Ukrainian is read alike", async () => {
    expect(
      lines(await read(plain("Розділ 1. Загальні положення"), plain("1.1. Об’єкти оцінювання."))),
    ).toEqual(["1|Розділ 1|Загальні положення|", "3|1.1||Об’єкти оцінювання."]);
  });
});

// Formats of ECMA-376 part 1, 17.18.59; Russian lists leave out ё, й, ъ, ы, ь.
it.each([
  [4, "upperRoman", "IV"],
  [1994, "lowerRoman", "mcmxciv"],
  [27, "lowerLetter", "aa"],
  [10, "russianLower", "к"],
  [3, "russianUpper", "В"],
  [7, "decimalZero", "07"],
  [5, "chicago", "5"],
] as const)("%s as %s is %s", (value, format, text) => {
  expect(writeNumber(value, format)).toBe(text);
});
