import { describe, expect, it } from "vitest";
import { ExamComparisonTable } from "#components/reported/exam-comparison-table.tsx";
import type { Words } from "#components/results/words.ts";
import { compareExamFigure, type ExamMeasure, type ExamSums } from "#lib/reported/exam-comparison.ts";
import type { ComparedExamUnit } from "#lib/reported/exam-comparison-queries.ts";
import type { FigureState } from "#lib/reported/report.ts";
import { nobody } from "#lib/statistics/exams/exam-summary.ts";
import { rootTranslator } from "#messages/translate.ts";
import { expectSound, markup, text } from "#tests/components/markup.ts";

const words = { t: rootTranslator("ru"), locale: "ru", timeZone: "Europe/Moscow" } as unknown as Words;
// Four persons: 30, 60, 85 and 100; mean 275 / 4 = 68.75.
const score = Array.from({ length: 101 }, (_, i) => ([30, 60, 85, 100].includes(i) ? 1 : 0));
const four: ExamSums = { summary: { ...nobody, participants: 4, score }, marked: false, threshold: null };

function unit(
  sums: ExamSums | null,
  ...printed: [ExamMeasure, number | null, FigureState?][]
): ComparedExamUnit {
  const figures = printed.map(([measure, value, state = "value"]) =>
    compareExamFigure({ measure, value, state, decimals: measure === "examMean" ? 2 : 0 }, sums),
  );
  const differs = figures.filter(({ verdict }) => verdict === "differs").length;
  return { kind: "school", id: sums ? 1 : null, name: "Школа № 1", place: "Округ", figures, differs };
}
const shown = (one: ComparedExamUnit) =>
  markup(<ExamComparisonTable words={words} caption="Сверка" units={[one]} />);

describe("the table of ЕГЭ beside the portal's protocols", () => {
  it("shows both numbers and their difference", () => {
    const table = shown(unit(four, ["examParticipants", 5], ["examMean", 68.75]));
    expectSound(table);
    expect(text(table)).toContain("расходится 1 число");
    expect(text(table)).toMatch(/5\s*на портале 4\s*разница \+1/);
    expect(text(table)).toMatch(/68,75\s*на портале 68,75/);
  });

  it("tells no data, kept back, not counted and 0 apart", () => {
    const table = text(
      shown(unit(four, ["examBelow", 0], ["examHigh", null, "blank"], ["examHundred", null, "hidden"])),
    );
    expect(table).toMatch(/0\s*портал такого не считает/);
    expect(table).toMatch(/нет данных\s*на портале 1/);
    expect(table).toMatch(/скрыто\s*на портале 1/);
  });

  it("says that a printed name is nobody's yet", () => {
    expect(text(shown(unit(null, ["examParticipants", 5])))).toContain("школа не определена");
  });
});
