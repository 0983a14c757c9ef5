import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { computeChanged, recomputeAll } from "#lib/indicators/values/compute-commands.ts";
import { testDatabase } from "#tests/support/database.ts";

// One region, two municipalities, three schools. The expected numbers are counted by hand in the comments.

const now = new Date("2026-06-01T09:00:00Z");
const later = new Date("2026-06-02T09:00:00Z");
let owner: pg.Client;

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query("SELECT set_config('portal.scope', 'system', false)");
  await owner.query(`
    INSERT INTO region (id, code, name) VALUES (1, 'r1', 'Область');
    INSERT INTO municipality (id, region_id, code, name, slug) VALUES (11, 1, 'm11', 'Округ 11', 'm11'), (12, 1, 'm12', 'Округ 12', 'm12');
    INSERT INTO school (id, municipality_id, login, name, slug) VALUES (101, 11, '000101', 'Школа 101', 's101'), (102, 11, '000102', 'Школа 102', 's102'), (103, 12, '000103', 'Школа 103', 's103');
    INSERT INTO work (id, code, kind, year, season, grade_tested, grade_writing, subject, level, max_score) VALUES (1, 'MA4', 'vpr', 2026, 'spring', 4, 4, 'MA', 'base', 18);`);
  await indicator(1, "quality", { numerator: "works_n4 + works_n5", denominator: "works_scored" });
  await indicator(2, "mathsOnly", { numerator: 'works_n2("MA", 4)', denominator: 'works_scored("MA", 4)' });
  await indicator(3, "teachers", { unit: "people", numerator: "staff_total" });
  await indicator(4, "speed", {
    unit: "megabits",
    numerator: "internet_megabits",
    aggregation: "notAdditive",
  });
  await indicator(5, "change", {
    unit: "percentagePoints",
    numerator: 'indicator("quality") - previous(indicator("quality"))',
    aggregation: "notAdditive",
  });
  await indicator(6, "entered", { unit: "points100", aggregation: "notAdditive" });
  await indicator(7, "nobody", { numerator: "works_n5", denominator: "works_n5 - works_n5" });
  await summary(101, 2025, [1, 10, 9, 5], 25);
  await summary(102, 2025, [0, 10, 60, 5], 75);
});

interface Texts {
  unit?: string;
  numerator?: string;
  denominator?: string;
  aggregation?: string;
}

async function indicator(id: number, code: string, texts: Texts) {
  const { unit = "percent", numerator = null, denominator = null, aggregation = "sum" } = texts;
  await owner.query(
    "INSERT INTO indicator (id, code, family, position, created_at) VALUES ($1, $2, 'own', $1, now())",
    [id, code],
  );
  await owner.query(
    `INSERT INTO indicator_version (id, indicator_id, version, status, effective_from, name, name_uk, definition, definition_uk, object, unit, decimals, direction, numerator, denominator,
      aggregation, period, due_days, source, instrument, performer, addressees, rule_kind, changed_at, adopted_at)
    VALUES ($1, $1, 1, 'adopted', '2025-09-01', 'n', 'n', '', '', 'result', $2, 1, 'up', $3, $4, $5, 'year', 10, 's', 'i', 'p', '{}', 'ours', now(), now())`,
    [id, unit, numerator, denominator, aggregation],
  );
}

/** Marks 2, 3, 4, 5 of one class. */
function summary(school: number, schoolYear: number, marks: readonly number[], scored: number) {
  return owner.query(
    `INSERT INTO summary (school_id, year, school_year, work_id, class_label, participants, absent, scored, score_sum, score_square_sum, histogram, marks, scale_marks, mark_differences, journal, changed_at)
    VALUES ($1, $2 + 1, $2, 1, '*', $4, 0, $4, $4 * 9, 0, '{}', $3, $3, 0, array_fill(0, '{16}'), now())
    ON CONFLICT (school_id, year, work_id, class_label) DO UPDATE SET marks = EXCLUDED.marks, scored = EXCLUDED.scored`,
    [school, schoolYear, marks, scored],
  );
}

function fact(school: number, schoolYear: number, code: string, value: number) {
  return owner.query(
    `INSERT INTO indicator_fact (school_id, school_year, code, value, origin, entered_by, entered_at) VALUES ($1, $2, $3, $4, 'entered', 1, now())
    ON CONFLICT (school_id, school_year, part, code) DO UPDATE SET value = EXCLUDED.value`,
    [school, schoolYear, code, value],
  );
}

async function value(kind: string, id: number, indicatorId: number, schoolYear = 2025) {
  const { rows } = await owner.query(
    `SELECT state, value, numerator, denominator, reason, missing, schools, schools_due AS due, version_id AS version FROM indicator_value
    WHERE unit_kind = $1 AND unit_id = $2 AND indicator_id = $3 AND period_start = make_date($4, 9, 1)`,
    [kind, id, indicatorId, schoolYear],
  );
  return rows[0];
}

const everything = () =>
  owner
    .query(`SELECT unit_kind, unit_id, period_start, indicator_id, version_id, state, value, numerator, denominator, reason, missing, schools, schools_due, origin
    FROM indicator_value ORDER BY 1, 2, 3, 4`)
    .then(({ rows }) => rows);

describe("values follow facts", () => {
  it("whoever changes a summary has said whose values are out of date", async () => {
    const { rows } = await owner.query(
      "SELECT DISTINCT school_id, school_year FROM indicator_change ORDER BY 1, 2",
    );
    expect(rows).toEqual([
      { school_id: 101, school_year: 2025 },
      { school_id: 102, school_year: 2025 },
    ]);
  });

  it("a municipality's share is the ratio of sums, not the mean of its schools' shares", async () => {
    await computeChanged(now);
    // School 101: (9 + 5) / 25 = 56 %; school 102: (60 + 5) / 75 = 86.67 %; together (14 + 65) / 100 = 79 %, the mean of the two would be 71.3 %.
    expect(await value("school", 101, 1)).toMatchObject({
      state: "value",
      value: 56,
      numerator: 14,
      denominator: 25,
      version: 1,
    });
    expect(await value("municipality", 11, 1)).toMatchObject({
      state: "value",
      value: 79,
      numerator: 79,
      denominator: 100,
      schools: 2,
      due: 2,
    });
    expect(await value("region", 1, 1)).toMatchObject({ value: 79 });
    expect(await value("school", 102, 2)).toMatchObject({ value: 0, numerator: 0, denominator: 75 });
  });

  it("what is missing is named, and a share of nobody is not defined", async () => {
    expect(await value("school", 101, 3)).toMatchObject({
      state: "absent",
      value: null,
      reason: "missing",
      missing: ["staff_total"],
    });
    expect(await value("school", 101, 6)).toMatchObject({ state: "absent", missing: ["value:entered"] });
    expect(await value("school", 101, 7)).toMatchObject({ state: "notApplicable", reason: "zero" });
    expect(await value("municipality", 11, 3)).toMatchObject({ state: "absent", schools: 0, due: 2 });
  });

  it("an entered fact reaches school, municipality and region, and says how many schools are behind the sum", async () => {
    await fact(101, 2025, "staff_total", 40);
    await fact(101, 2025, "internet_megabits", 100);
    await fact(101, 2025, "value:entered", 87.5);
    await computeChanged(now);
    expect(await value("school", 101, 3)).toMatchObject({ state: "value", value: 40 });
    expect(await value("municipality", 11, 3)).toMatchObject({
      state: "value",
      value: 40,
      schools: 1,
      due: 2,
    });
    expect(await value("municipality", 11, 4)).toMatchObject({
      state: "notApplicable",
      reason: "notAdditive",
      value: null,
    });
    expect(await value("school", 101, 6)).toMatchObject({ value: 87.5 });
    expect(await value("municipality", 11, 6)).toMatchObject({
      state: "notApplicable",
      reason: "notAdditive",
    });
  });

  it("a changed year changes the year that is compared with it", async () => {
    expect(await value("school", 101, 5)).toMatchObject({ state: "absent" });
    // 2024: (2 + 2) / 10 = 40 %; 56 − 40 = 16 points.
    await summary(101, 2024, [1, 5, 2, 2], 10);
    await computeChanged(now);
    expect(await value("school", 101, 5)).toMatchObject({ state: "value", value: 16 });
    // 2024: (1 + 2) / 10 = 30 %; 56 − 30 = 26 points.
    await summary(101, 2024, [1, 6, 1, 2], 10);
    await computeChanged(now);
    expect((await value("school", 101, 5)).value).toBeCloseTo(26, 10);
  });

  it("computing by changes leaves exactly what computing everything leaves", async () => {
    await summary(103, 2025, [3, 7, 5, 2], 17);
    await fact(103, 2025, "staff_total", 21);
    await fact(102, 2025, "staff_total", 30);
    await owner.query("DELETE FROM summary WHERE school_id = 102");
    await computeChanged(now);
    const byChanges = await everything();
    expect(await recomputeAll(later)).toMatchObject({ changed: 0 });
    await owner.query("DELETE FROM indicator_value");
    await recomputeAll(later);
    expect(await everything()).toEqual(byChanges);
    // 101: 14 of 25, 103: 7 of 17; 102 has no results any more.
    expect(await value("region", 1, 1)).toMatchObject({
      numerator: 21,
      denominator: 42,
      value: 50,
      schools: 2,
      due: 3,
    });
  });

  it("nothing is computed twice", async () => {
    expect(await computeChanged(later)).toEqual({ schools: 0, values: 0, changed: 0 });
  });

  it("a closed year keeps the version it was measured by when a new one begins", async () => {
    await owner.query(`UPDATE indicator_version SET effective_to = '2026-08-31' WHERE id = 1`);
    await owner.query(
      `INSERT INTO indicator_version SELECT (jsonb_populate_record(v, '{"id": 100, "version": 2, "effective_from": "2026-09-01", "effective_to": null, "numerator": "works_n5"}')).* FROM indicator_version v WHERE id = 1`,
    );
    await summary(101, 2026, [1, 10, 9, 5], 25);
    await recomputeAll(later);
    expect(await value("school", 101, 1)).toMatchObject({ value: 56, version: 1 });
    // 5 of 25.
    expect(await value("school", 101, 1, 2026)).toMatchObject({ value: 20, version: 100 });
  });
});
