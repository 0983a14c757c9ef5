import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { computeChanged, recomputeAll } from "#lib/indicators/values/compute-commands.ts";
import { testDatabase } from "#tests/support/database.ts";

// One municipality, two schools, school year 2025/26. The expected numbers are counted by hand in the comments.

const now = new Date("2026-06-01T09:00:00Z");
let owner: pg.Client;

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query("SELECT set_config('portal.scope', 'system', false)");
  await owner.query(`
    INSERT INTO region (id, code, name) VALUES (1, 'r1', 'Область');
    INSERT INTO municipality (id, region_id, code, name, slug) VALUES (11, 1, 'm11', 'Округ 11', 'm11');
    INSERT INTO school (id, municipality_id, login, name, slug) VALUES (101, 11, '000101', 'Школа 101', 's101'), (102, 11, '000102', 'Школа 102', 's102');
    INSERT INTO work (id, code, kind, year, season, grade_tested, grade_writing, subject, level, max_score, opens_on, closes_on) VALUES
      (1, 'RU4', 'regional', 2025, 'autumn', 4, 4, 'RU', 'base', 20, '2025-10-13', '2025-10-17'),
      (2, 'MA4', 'vpr', 2026, 'spring', 4, 4, 'MA', 'base', 18, NULL, NULL),
      (3, 'RU5', 'regional', 2026, 'spring', 5, 5, 'RU', 'base', 20, '2026-03-30', '2026-04-03');`);
  await indicator(1, "taught", "quarter", { numerator: "hours_taught", denominator: "hours_planned" });
  await indicator(2, "good", "quarter", { numerator: "works_n4 + works_n5", denominator: "works_scored" });
  await indicator(3, "injuries", "month", { unit: "pieces", numerator: "injuries" });
  await indicator(4, "climate", "halfYear", { unit: "points100", aggregation: "notAdditive" });
  await indicator(5, "goodHalf", "halfYear", {
    numerator: "works_n4 + works_n5",
    denominator: "works_scored",
  });
  await indicator(6, "more", "quarter", {
    unit: "percentagePoints",
    numerator: 'indicator("taught") - previous(indicator("taught"))',
    aggregation: "notAdditive",
  });
  await indicator(7, "yearly", "year", { numerator: "works_n4 + works_n5", denominator: "works_scored" });
});

interface Texts {
  unit?: string;
  numerator?: string;
  denominator?: string;
  aggregation?: string;
}

async function indicator(id: number, code: string, period: string, texts: Texts) {
  const { unit = "percent", numerator = null, denominator = null, aggregation = "sum" } = texts;
  await owner.query(
    "INSERT INTO indicator (id, code, family, position, created_at) VALUES ($1, $2, 'own', $1, now())",
    [id, code],
  );
  await version(id, 1, period, "2025-09-01", { unit, numerator, denominator, aggregation });
}

function version(
  id: number,
  number: number,
  period: string,
  from: string,
  { unit, numerator, denominator, aggregation }: Record<keyof Texts, string | null>,
) {
  return owner.query(
    `INSERT INTO indicator_version (id, indicator_id, version, status, effective_from, name, name_uk, definition, definition_uk, object, unit, decimals, direction, numerator, denominator,
      aggregation, period, due_days, source, instrument, performer, addressees, rule_kind, changed_at, adopted_at)
    VALUES ($9, $1, $2, 'adopted', $3, 'n', 'n', '', '', 'result', $4, 1, 'up', $5, $6, $7, $8, 10, 's', 'i', 'p', '{}', 'ours', now(), now())`,
    [id, number, from, unit, numerator, denominator, aggregation, period, id * 100 + number],
  );
}

/** Marks 2, 3, 4, 5 of one class; everybody has one. */
function summary(school: number, work: number, marks: readonly number[]) {
  const scored = marks.reduce((a, b) => a + b, 0);
  return owner.query(
    `INSERT INTO summary (school_id, year, school_year, work_id, class_label, participants, absent, scored, score_sum, score_square_sum, histogram, marks, scale_marks, mark_differences, journal, changed_at)
    VALUES ($1, 2026, 2025, $2, '*', $4, 0, $4, $4 * 9, 0, '{}', $3, $3, 0, array_fill(0, '{16}'), now())`,
    [school, work, marks, scored],
  );
}

function fact(school: number, part: string, code: string, value: number, schoolYear = 2025) {
  return owner.query(
    `INSERT INTO indicator_fact (school_id, school_year, part, code, value, origin, entered_by, entered_at) VALUES ($1, $5, $2, $3, $4, 'entered', 1, now())`,
    [school, part, code, value, schoolYear],
  );
}

async function values(kind: string, id: number, indicatorId: number) {
  const { rows } = await owner.query(
    `SELECT period_start::text || '–' || period_end AS days, value, reason, missing FROM indicator_value
    WHERE unit_kind = $1 AND unit_id = $2 AND indicator_id = $3 AND period_start >= '2025-09-01' ORDER BY period_start, period_end`,
    [kind, id, indicatorId],
  );
  return rows;
}

const numbers = async (...asked: [string, number, number]) =>
  (await values(...asked)).map(({ value, reason }) => value ?? reason);

const everything = () =>
  owner
    .query(
      `SELECT unit_kind, unit_id, period_start, period_end, indicator_id, version_id, state, value, numerator, denominator, reason, missing, origin FROM indicator_value ORDER BY 1, 2, 3, 5`,
    )
    .then(({ rows }) => rows);

describe("values of parts of a school year", () => {
  it("what is entered for a quarter is the value of that quarter, and the others wait", async () => {
    await fact(101, "q1", "hours_planned", 200);
    await fact(101, "q1", "hours_taught", 190);
    await fact(101, "q2", "hours_planned", 160);
    await fact(101, "q2", "hours_taught", 160);
    await fact(102, "q1", "hours_planned", 50);
    await fact(102, "q1", "hours_taught", 35);
    await computeChanged(now);
    // Quarter I: 190 of 200 is 95 %; quarter II: 160 of 160 is 100 %.
    expect(await values("school", 101, 1)).toEqual([
      { days: "2025-09-01–2025-10-31", value: 95, reason: "", missing: [] },
      { days: "2025-11-01–2025-12-31", value: 100, reason: "", missing: [] },
      {
        days: "2026-01-01–2026-03-31",
        value: null,
        reason: "missing",
        missing: ["hours_planned", "hours_taught"],
      },
      {
        days: "2026-04-01–2026-08-31",
        value: null,
        reason: "missing",
        missing: ["hours_planned", "hours_taught"],
      },
    ]);
  });

  it("an area of a quarter is the sum of its schools in that quarter", async () => {
    // Quarter I: (190 + 35) / (200 + 50) = 90 %, not the mean of 95 % and 70 %; quarter II: only school 101.
    expect(await numbers("municipality", 11, 1)).toEqual([90, 100, "missing", "missing"]);
    expect(await numbers("region", 1, 1)).toEqual([90, 100, "missing", "missing"]);
  });

  it("what is entered for the year says nothing of its parts, nor the other way round", async () => {
    await fact(101, "", "injuries", 5);
    await fact(101, "m10", "injuries", 2);
    await computeChanged(now);
    const months = await numbers("school", 101, 3);
    expect(months.slice(0, 3)).toEqual(["missing", 2, "missing"]);
    expect(months).toHaveLength(12);
  });

  it("a value without a formula is entered for each half-year", async () => {
    await fact(101, "h2", "value:climate", 71.5);
    await computeChanged(now);
    expect(await numbers("school", 101, 4)).toEqual(["missing", 71.5]);
    expect(await numbers("municipality", 11, 4)).toEqual(["notAdditive", "notAdditive"]);
  });

  it("results of works count in the part of their days", async () => {
    await summary(101, 1, [1, 5, 3, 1]);
    await computeChanged(now);
    // Work 1 was written 13–17 October: quarter I. 4 of 10 have a good mark: 40 %.
    expect(await numbers("school", 101, 2)).toEqual([40, "missing", "missing", "missing"]);
    // Work 2 has no days but a season: the second half-year, any of its two quarters.
    await summary(101, 2, [0, 5, 10, 5]);
    await computeChanged(now);
    expect(await numbers("school", 101, 2)).toEqual([40, "missing", "missing", "missing"]);
    expect(await numbers("school", 101, 5)).toEqual([40, 75]);
    // The year as before: (4 + 15) of (10 + 20).
    expect(await numbers("school", 101, 7)).toEqual([(100 * 19) / 30]);
  });

  it("the school's schedule says the day where the work's window touches two quarters", async () => {
    await owner.query("DELETE FROM summary WHERE work_id = 2");
    await summary(101, 3, [0, 1, 2, 1]);
    await computeChanged(now);
    // 30 March to 3 April: either of two quarters, so neither has a number.
    expect(await numbers("school", 101, 2)).toEqual([40, "missing", "missing", "missing"]);
    await owner.query(`
      INSERT INTO schedule_plan (school_id, year, starts_on, ends_on, changed_at) VALUES (101, 2025, '2025-09-01', '2026-05-26', now());
      INSERT INTO scheduled_work (school_id, year, level, kind, title, grade, class_labels, subject, on_day, minutes, work_id, changed_at)
        VALUES (101, 2025, 'school', 'control', 'Р', 5, '{5А}', 'RU', '2026-04-02', 45, 3, now())`);
    await recomputeAll(now);
    // 2 April: quarter IV, 3 of 4.
    expect(await numbers("school", 101, 2)).toEqual([40, "missing", "missing", 75]);
  });

  it("«a year ago» is the same part of the year before", async () => {
    await fact(101, "q1", "hours_planned", 180, 2024);
    await fact(101, "q1", "hours_taught", 162, 2024);
    await computeChanged(now);
    // 95 % against 162 of 180 = 90 %: 5 points more in quarter I; quarter II had no year before.
    expect(await numbers("school", 101, 6)).toEqual([5, "missing", "missing", "missing"]);
  });

  it("computing by changes leaves exactly what computing everything leaves", async () => {
    const before = await everything();
    await recomputeAll(now);
    expect(await everything()).toEqual(before);
  });

  it("an indicator that turns from a year to half-years keeps no value of the year in it, and earlier years keep theirs", async () => {
    await owner.query("UPDATE indicator_version SET effective_to = '2025-12-31' WHERE indicator_id = 7");
    await version(7, 2, "halfYear", "2026-01-01", {
      ...{
        unit: "percent",
        numerator: "works_n4 + works_n5",
        denominator: "works_scored",
        aggregation: "sum",
      },
    });
    await recomputeAll(now);
    // Half-year I: 4 of 10; half-year II: 3 of 4 (work 3).
    expect(await values("school", 101, 7)).toMatchObject([
      { days: "2025-09-01–2025-12-31", value: 40 },
      { days: "2026-01-01–2026-08-31", value: 75 },
    ]);
    await owner.query(
      "UPDATE indicator_version SET effective_to = '2026-01-31' WHERE indicator_id = 7 AND version = 2",
    );
    await version(7, 3, "year", "2026-02-01", {
      ...{
        unit: "percent",
        numerator: "works_n4 + works_n5",
        denominator: "works_scored",
        aggregation: "sum",
      },
    });
    await recomputeAll(now);
    // The year again: 7 of 14. Its second half-year is gone, not left beside it.
    expect(await values("school", 101, 7)).toMatchObject([{ days: "2025-09-01–2026-08-31", value: 50 }]);
    expect(await values("municipality", 11, 7)).toMatchObject([{ days: "2025-09-01–2026-08-31", value: 50 }]);
  });
});
