import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Band,
  bandsOf,
  markByScale,
  minimaOf,
  procedureKey,
  scaleInForce,
  scaleProblem,
  sumOfTasks,
  tasksFit,
  tasksProblem,
  usualGradeWriting,
  type WorkIdentity,
  workCode,
} from "#lib/assessments/rules.ts";
import { readScaleText, scaleText } from "#lib/assessments/scale-text.ts";
import { scales2021 } from "./scales-2021.ts";

const bands = (...limits: [number, number][]): Band[] =>
  limits.map(([from, to], i) => ({ mark: (i + 2) as Band["mark"], from, to }));

describe("a scale covers 0 … max exactly once", () => {
  it.each(scales2021)("grade %i %s of 2021 (max %i): %s", (_grade, _subject, max, text) => {
    const reading = readScaleText(text, max);
    expect(reading).toMatchObject({ ok: true });
    if (!reading.ok) return;
    for (let score = 0; score <= max; score++) {
      expect(reading.bands.filter(({ from, to }) => score >= from && score <= to)).toHaveLength(1);
    }
    expect(markByScale(reading, -1)).toBeNull();
    expect(markByScale(reading, max + 1)).toBeNull();
  });

  it("takes ВПР 2026, Russian, grade 4 (handbook §1.4.2)", () => {
    const reading = readScaleText("0–9 | 10–15 | 16–20 | 21–24", 24);
    const marks = reading.ok
      ? [0, 9, 10, 15, 16, 20, 21, 24].map((score) => markByScale(reading, score))
      : [];
    expect(marks).toEqual([2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it.each([
    // Geography, grade 8, 2021 as it was published: 35 stands in two bands.
    [
      "overlap of one score",
      bands([0, 12], [13, 26], [27, 35], [35, 40]),
      40,
      "scaleOverlap",
      { range: "35", lower: 4, upper: 5 },
    ],
    [
      "overlap of several",
      bands([0, 12], [10, 26], [27, 34], [35, 40]),
      40,
      "scaleOverlap",
      { range: "10–12", lower: 2, upper: 3 },
    ],
    ["gap", bands([0, 9], [12, 15], [16, 20], [21, 24]), 24, "scaleGap", { range: "10–11", max: 24 }],
    [
      "does not begin at 0",
      bands([1, 9], [10, 15], [16, 20], [21, 24]),
      24,
      "scaleGap",
      { range: "0", max: 24 },
    ],
    [
      "ends before the maximum",
      bands([0, 9], [10, 15], [16, 20], [21, 22]),
      24,
      "scaleGap",
      { range: "23–24", max: 24 },
    ],
    [
      "goes beyond the maximum",
      bands([0, 9], [10, 15], [16, 20], [21, 26]),
      24,
      "scaleAboveMax",
      { mark: 5, range: "25–26", max: 24 },
    ],
    [
      "a band that runs backwards",
      bands([0, 9], [15, 10], [16, 20], [21, 24]),
      24,
      "scaleBandBackwards",
      { mark: 3, from: 15, to: 10 },
    ],
    ["marks in another order", bands([10, 15], [0, 9], [16, 20], [21, 24]), 24, "scaleOrder", { mark: 3 }],
    ["a mark without a band", bands([0, 9], [10, 24]), 24, "scaleMarks", { count: 2 }],
  ] as const)("is refused, and the range is named: %s", (_what, given, max, key, params) => {
    expect(scaleProblem(given, max)).toEqual({ messageKey: `assessments.refused.${key}`, params });
  });

  it("is exactly what 0 < min3 < min4 < min5 ≤ max says", () => {
    const score = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(score, score, score, score, (min3, min4, min5, max) => {
        const inOrder = 0 < min3 && min3 < min4 && min4 < min5 && min5 <= max;
        expect(scaleProblem(bandsOf({ min3, min4, min5, max }), max) === null).toBe(inOrder);
      }),
    );
  });

  it("keeps its borders through bands, text and back", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { minLength: 4, maxLength: 4 }),
        (numbers) => {
          const [min3 = 0, min4 = 0, min5 = 0, max = 0] = numbers.toSorted((a, b) => a - b);
          const reading = readScaleText(scaleText(bandsOf({ min3, min4, min5, max })), max);
          expect(reading.ok && minimaOf(reading.bands)).toEqual({ min3, min4, min5, max });
        },
      ),
    );
  });
});

describe("a score that the published table prints in two bands", () => {
  const printed = { bands: bandsOf({ min3: 13, min4: 27, min5: 35, max: 40 }, [35]) };
  it("stands in both bands, as printed", () => {
    expect(printed.bands.slice(2)).toEqual([
      { mark: 4, from: 27, to: 35 },
      { mark: 5, from: 35, to: 40 },
    ]);
  });
  it("has no mark, while its neighbours have theirs", () => {
    expect([34, 35, 36].map((score) => markByScale(printed, score))).toEqual([4, null, 5]);
  });
});

describe("a scale as people and programs write it (forms.md F-01)", () => {
  const want = bandsOf({ min3: 10, min4: 16, min5: 21, max: 24 });
  it.each([
    "0–9 | 10–15 | 16–20 | 21–24",
    "0-9;10-15;16-20;21-24",
    "0 — 9\t10 — 15\t16 — 20\t21 — 24",
    "0−9 10−15 16−20 21−24",
    '{"3_min": 10, "4_min": 16, "5_min": 21}',
    'mark_scale: {"3_min": 10, "4_min": 16, "5_min": 21}',
    '{"mark_boundaries": {"2->3":10,"3->4":16,"4->5":21}}',
    '{"2->3":10,"3->4":16,"4->5":21}',
  ])("%s", (text) => expect(readScaleText(text, 24)).toEqual({ ok: true, bands: want }));

  it("may give one score to a mark", () => {
    expect(readScaleText("0-1 | 2 | 3-4 | 5", 5)).toMatchObject({
      ok: true,
      bands: bandsOf({ min3: 2, min4: 3, min5: 5, max: 5 }),
    });
  });
  it.each([
    "",
    "0-9 | 10-24",
    "от 10 до 15",
    '{"3_min": 10',
    '{"3_min": "10", "4_min": 16, "5_min": 21}',
    "0-9 | 10-15 | 16-20 | 21-1e3",
  ])("cannot be read: %s", (text) =>
    expect(readScaleText(text, 24)).toMatchObject({
      ok: false,
      problem: { messageKey: "assessments.refused.scaleUnreadable" },
    }),
  );
  it("a JSON scale whose borders are out of order is refused like any other", () => {
    expect(readScaleText('{"3_min": 16, "4_min": 10, "5_min": 21}', 24)).toMatchObject({ ok: false });
  });
});

describe("editions", () => {
  const editions = [{ edition: 2 }, { edition: 3 }, { edition: 1 }];
  it("the newest is in force", () => expect(scaleInForce(editions)).toEqual({ edition: 3 }));
  it("a pinned one counts for the result that is pinned to it", () =>
    expect(scaleInForce(editions, 1)).toEqual({ edition: 1 }));
  it("a pinned one that is not there is never replaced by another", () =>
    expect(scaleInForce(editions, 9)).toBeNull());
  it("none is none", () => expect(scaleInForce([])).toBeNull());
});

describe("names of works", () => {
  const work: WorkIdentity = {
    kind: "vpr",
    year: 2026,
    season: "spring",
    subject: "RU",
    gradeTested: 4,
    level: "base",
  };
  it.each([
    [{}, "VPR-2026-RU-4"],
    [{ year: 2020, season: "autumn", subject: "MA" }, "VPR-2020A-MA-4"],
    [{ subject: "MA", gradeTested: 7, level: "advanced" }, "VPR-2026-MA-7-U"],
    [{ kind: "oge", gradeTested: 9 }, "OGE-2026-RU-9"],
    [{ kind: "municipal" }, "MUN-2026-RU-4"],
  ] as const)("%j → %s", (part, code) => expect(workCode({ ...work, ...part })).toBe(code));

  it("differ whenever anything that makes a work another one differs", () => {
    const codes = (["spring", "autumn"] as const).flatMap((season) =>
      (["base", "advanced"] as const).flatMap((level) =>
        [2025, 2026].map((year) => workCode({ ...work, season, level, year })),
      ),
    );
    expect(new Set(codes).size).toBe(8);
  });
  it("the procedure is the same in another year and season", () => {
    expect(procedureKey(work)).toBe("vpr-RU-4");
    expect(procedureKey({ ...work, subject: "MA" })).not.toBe(procedureKey(work));
  });
  it("in autumn the next grade writes (ВПР 2020)", () => {
    expect([usualGradeWriting(4, "spring"), usualGradeWriting(4, "autumn")]).toEqual([4, 5]);
  });
});

describe("tasks of a work", () => {
  // ВПР 2026, Russian, grade 4 (handbook §1.4.2): 4, 9, 10, 12 → 3; 1, 3, 5, 8 → 2; 2, 6, 7, 11 → 1.
  const maxima = [2, 1, 2, 3, 2, 1, 1, 2, 3, 3, 1, 3];
  const tasks = maxima.map((max, i) => ({ code: String(i + 1), max }));

  it("add up to the maximum of the work", () => {
    expect(sumOfTasks(tasks)).toBe(24);
    expect(tasksProblem(tasks, 24)).toBeNull();
    expect(tasksProblem(tasks, 25)).toEqual({
      messageKey: "assessments.refused.tasksSum",
      params: { sum: 24, max: 25 },
    });
  });
  it("may be unknown", () => expect(tasksProblem([], 38)).toBeNull());
  it("have different codes", () => {
    expect(
      tasksProblem(
        [
          { code: "1", max: 1 },
          { code: "1", max: 1 },
        ],
        2,
      ),
    ).toEqual({ messageKey: "assessments.refused.taskTwice", params: { task: "1" } });
  });

  const split = [
    ...tasks.filter(({ code }) => code !== "4"),
    { code: "4К1", max: 2 },
    { code: "4К2", max: 1 },
  ];
  it.each([
    ["the same in another order", tasks.toReversed(), "same"],
    ["criteria that add up to a task", split, "finer"],
    [
      "parts with points that add up",
      [...tasks.filter(({ code }) => code !== "4"), { code: "4.1", max: 1 }, { code: "4.2", max: 2 }],
      "finer",
    ],
    [
      "criteria that do not add up",
      split.map((task) => (task.code === "4К2" ? { ...task, max: 2 } : task)),
      "different",
    ],
    ["a task too many", [...tasks, { code: "13", max: 1 }], "different"],
    ["a task too few", tasks.slice(1), "different"],
    ["another maximum", tasks.map((task) => (task.code === "1" ? { ...task, max: 3 } : task)), "different"],
  ] as const)("a header with %s is %s", (_what, header, fit) => expect(tasksFit(tasks, header)).toBe(fit));

  it("task 1 is not a part of task 12, and 12 not of 1", () => {
    expect(tasksFit([{ code: "1", max: 1 }], [{ code: "12", max: 1 }])).toBe("different");
    expect(
      tasksFit(
        [
          { code: "1", max: 1 },
          { code: "12", max: 1 },
        ],
        [
          { code: "1", max: 1 },
          { code: "12", max: 1 },
        ],
      ),
    ).toBe("same");
  });
  it("a description without tasks takes any header", () => expect(tasksFit([], tasks)).toBe("unknown"));
});
