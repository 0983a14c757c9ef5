import { describe, expect, it } from "vitest";
import { JournalMatrix, rampStep } from "#components/charts/journal-matrix.tsx";
import { MarksBars } from "#components/charts/marks-bars.tsx";
import type { MarksRow } from "#components/charts/marks-table.tsx";
import { ScoreDistribution } from "#components/charts/score-distribution.tsx";
import { labelStep } from "#components/charts/score-ticks.tsx";
import { TaskPlot } from "#components/charts/task-plot.tsx";
import type { TaskGroup, TaskRow } from "#components/charts/task-row.ts";
import { Trend } from "#components/charts/trend.tsx";
import type { TrendPoint } from "#components/charts/trend-table.tsx";
import { elements, expectSound, markup, text } from "./markup.ts";
import { LOCALES, translator } from "./words.ts";

const words = (locale: (typeof LOCALES)[number]) => ({
  t: translator(locale),
  id: "c",
  finding: "Находка",
  measure: "Мера, 24 участника",
  summary: "Фраза о том же.",
  files: <a href="/c.csv">CSV</a>,
});
const ru = words("ru");

const bar = (score: number, value: number) => ({
  score,
  value,
  count: String(value),
  share: `${value * 10} %`,
});
const bars = [bar(0, 0), bar(1, 4), bar(2, 2), bar(3, 4)];
const bands = [
  { mark: 2 as const, from: 0, to: 1 },
  { mark: 3 as const, from: 2, to: 2 },
  { mark: 4 as const, from: 3, to: 3 },
];
const row = (key: string, parts: MarksRow["parts"]): MarksRow => ({
  key,
  name: `Школа ${key}`,
  base: "24 участника",
  parts,
});
const full = row("a", [
  { marks: [2], share: 0.05, label: "5 %", count: "1" },
  { marks: [3], share: 0.45, label: "45 %", count: "11" },
  { marks: [4], share: 0.5, label: "50 %", count: "12" },
  { marks: [5], share: 0, label: "0 %", count: "0" },
]);
const share = (value: number) => ({
  value,
  low: value - 10,
  high: value + 10,
  label: `${value} %`,
  interval: "от и до",
});
const task = (code: string, own: TaskRow["own"]): TaskRow => ({
  key: code,
  code,
  skill: `Умение ${code}`,
  max: 2,
  own,
  peer: { value: 61, label: "61 %" },
  zone: typeof own === "string" ? null : "warn",
});
const zone = { low: 57, line: 60, high: 63, labels: { low: "57", line: "60", high: "63" } };
const groups: TaskGroup[] = [
  { difficulty: "П", zone, rows: [task("9", share(40))] },
  { difficulty: "Б", zone, rows: [task("1", share(58)), task("2", "tooFew"), task("3", "absent")] },
];
const year = (label: string, own: number | "tooFew" | "absent", breakBefore?: string): TrendPoint => ({
  key: label,
  label,
  own: typeof own === "string" ? own : { ...share(own), base: "58" },
  ...(breakBefore === undefined ? {} : { breakBefore }),
});
const axis = { from: 20, to: 80, ticks: [{ value: 20, label: "20" }], cut: true };
const counts = [
  [2, 0, 0, 0],
  [0, 6, 2, 0],
  [1, 2, 8, 1],
  [0, 0, 0, 3],
];

describe.each(LOCALES)("every chart in %s", (locale) => {
  const given = words(locale);
  it.each([
    ["scores", <ScoreDistribution key="1" {...given} data={{ kind: "value", bars }} bands={bands} />],
    ["marks", <MarksBars key="2" {...given} rows={[full, row("b", "tooFew"), row("c", "absent")]} />],
    ["tasks", <TaskPlot key="3" {...given} groups={groups} own="класс" peer="регион" />],
    ["journal", <JournalMatrix key="4" {...given} data={{ kind: "value", counts }} />],
    [
      "years",
      <Trend
        key="5"
        {...given}
        points={[year("2025", 50), year("2026", "absent")]}
        axis={axis}
        own="школа"
      />,
    ],
  ])("%s: has its finding, its sentence, its table and its file, and needs no script", (_, chart) => {
    const html = markup(chart);
    expectSound(html);
    expect(elements(html, "figure")[0]?.["aria-labelledby"]).toBe("c-finding");
    expect(text(html)).toContain("Фраза о том же.");
    expect(html).toMatch(/<caption[^>]*>.*Мера, 24 участника/u);
    expect(html).toContain('href="/c.csv"');
    for (const svg of elements(html, "svg"))
      expect(svg["aria-hidden"] ?? svg["aria-labelledby"]).toBeTruthy();
  });
});

describe("distribution of scores", () => {
  const html = markup(<ScoreDistribution {...ru} data={{ kind: "value", bars }} bands={bands} />);
  const drawn = elements(html, "rect").filter((rect) => rect.class?.includes("mark-"));

  it("draws bars from zero, as high as their counts, and none for zero", () => {
    expect(drawn.map((rect) => rect.class)).toEqual(["mark-2 edge", "mark-3 edge", "mark-4 edge"]);
    const [first, second] = drawn.map((rect) => Number.parseFloat(rect.height ?? ""));
    expect(first).toBeCloseTo(2 * (second ?? 0), 2);
  });

  it("draws a line where each next mark begins", () => {
    expect(
      elements(html, "line")
        .filter((line) => line.class === "borderline")
        .map((line) => line.x1),
    ).toEqual(["50%", "75%"]);
  });

  it("says that the scale is not loaded instead of guessing borders", () => {
    const bare = markup(<ScoreDistribution {...ru} data={{ kind: "value", bars }} bands={null} />);
    expect(text(bare)).toContain("Шкала не загружена");
    expect(bare).not.toContain("mark-");
  });

  it("of too few people holds no bar, no table and no file of numbers", () => {
    const hidden = markup(<ScoreDistribution {...ru} data={{ kind: "tooFew", minimum: 10 }} bands={bands} />);
    expect(text(hidden)).toContain("Скрыто: участников меньше 10");
    expect(hidden).not.toMatch(/<table|<text|mark-/u);
  });

  it.each([
    [25, 12, 5],
    [25, 26, 1],
    [41, 26, 2],
    [101, 12, 10],
  ])("%i scores with room for %i labels are labelled every %i", (scores, fit, expected) => {
    expect(labelStep(scores, fit)).toBe(expected);
  });
});

describe("bars of marks", () => {
  it("fill the whole width, in the order of marks", () => {
    const parts = elements(markup(<MarksBars {...ru} rows={[full]} />), "rect").filter(
      (rect) => /^mark-\d edge$/u.test(rect.class ?? "") && rect.width?.endsWith("%"),
    );
    expect(parts.map((part) => [part.x, part.width])).toEqual([
      ["0%", "5%"],
      ["5%", "45%"],
      ["50%", "50%"],
    ]);
  });

  it("are read aloud with every share, also the one that is zero", () => {
    expect(markup(<MarksBars {...ru} rows={[full]} />)).toContain(
      "Школа a, 24 участника: «2» — 5 %, «3» — 45 %, «4» — 50 %, «5» — 0 %",
    );
  });

  it("label a thin part under the bar and a wide one inside it", () => {
    const html = markup(<MarksBars {...ru} rows={[full]} />);
    expect(html).toContain('text-anchor="start">«2» 5 %</text>');
    expect(html).toContain(">«3» 45 %</text>");
  });

  it("name two marks shown together", () => {
    const joined = row("j", [
      { marks: [2, 3], share: 0.5, label: "50 %" },
      { marks: [4], share: 0.5, label: "50 %" },
    ]);
    expect(text(markup(<MarksBars {...ru} rows={[joined]} />))).toContain("«2» и «3» вместе 50 %");
  });

  it("of a hidden row have no share anywhere", () => {
    const html = markup(<MarksBars {...ru} rows={[row("b", "tooFew")]} />);
    expect(html).not.toMatch(/\d ?%<|mark-text/u);
    expect(text(html)).toContain("Скрыто: участников меньше 10");
  });
});

describe("plot of tasks", () => {
  const html = markup(<TaskPlot {...ru} groups={groups} own="класс" peer="регион" />);

  it("stands Б before П, in the order of the work inside", () => {
    const heads = [...html.matchAll(/<h4>([^<]+)/gu)].map((match) => match[1]);
    expect(heads).toEqual(["Базовый уровень", "Повышенный уровень"]);
    const codes = [...html.matchAll(/task-code">([^<]+)/gu)].map((match) => match[1]);
    expect(codes).toEqual(["1", "2", "3", "9"]);
  });

  it("puts the dot on its share and the line on its threshold", () => {
    expect(
      elements(html, "circle")
        .filter((dot) => dot.class === "dot" && dot.cx?.endsWith("%"))
        .map((dot) => dot.cx),
    ).toEqual(["58%", "40%"]);
    expect(
      new Set(
        elements(html, "line")
          .filter((line) => line.class === "borderline")
          .map((line) => line.x1),
      ),
    ).toEqual(new Set(["60%"]));
  });

  it("says the zone in words, and a hidden or missing task as what it is", () => {
    expect(text(html)).toContain("неопределённость");
    expect(text(html)).toContain("Скрыто: участников меньше 10");
    expect(text(html)).toContain("Нет данных");
  });
});

describe("matrix of marks", () => {
  const html = markup(<JournalMatrix {...ru} data={{ kind: "value", counts }} />);

  it("counts its rows, columns and all", () => {
    const lines = html.split("<tr").map((line) => text(`<tr${line}`));
    expect(lines[4]).toMatch(/«4» 1 , разошлись на две отметки и больше 2 8 1 12$/u);
    expect(lines[6]).toMatch(/^Всего 3 8 10 4 25 Фраза/u);
  });

  it("outlines the four cells where the marks agree and flags the one two marks apart", () => {
    expect(html.match(/class="num[^"]*diagonal"/gu)).toHaveLength(4);
    expect(html.match(/class="num[^"]*far"/gu)).toHaveLength(1);
  });

  it("of too few people has no cell", () => {
    expect(markup(<JournalMatrix {...ru} data={{ kind: "tooFew", minimum: 10 }} />)).not.toContain("<td");
  });

  it("leaves zero without a fill and gives the highest count the last step", () => {
    expect([rampStep(0, 8), rampStep(1, 8), rampStep(8, 8)]).toEqual([null, 1, 6]);
  });
});

describe("years", () => {
  const line = (points: readonly TrendPoint[]) =>
    elements(markup(<Trend {...ru} points={points} axis={axis} own="школа" />), "line").filter(
      (each) => each.class === "series",
    );

  it("are joined when they follow one another and may be compared", () => {
    expect(line([year("2024", 50), year("2025", 52), year("2026", 58)])).toHaveLength(2);
  });

  it("are never joined over a year that is missing, hidden or measured otherwise", () => {
    expect(line([year("2024", 50), year("2025", "absent"), year("2026", 58)])).toHaveLength(0);
    expect(line([year("2024", 50), year("2025", "tooFew"), year("2026", 58)])).toHaveLength(0);
    expect(line([year("2024", 50), year("2025", 52, "другая шкала")])).toHaveLength(0);
  });

  it("say why they are not joined, and that the axis is cut", () => {
    const html = text(
      markup(
        <Trend
          {...ru}
          points={[year("2024", 50), year("2025", 52, "другая шкала")]}
          axis={axis}
          own="школа"
        />,
      ),
    );
    expect(html).toContain("2025 год с прежним не сравнивается: другая шкала");
    expect(html).toContain("Шкала начинается не с нуля");
  });
});
