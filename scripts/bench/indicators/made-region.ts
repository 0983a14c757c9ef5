import pg from "pg";
import { enteredFacts } from "#lib/indicators/formula/entered-facts.ts";

/** The size that is promised: 200 indicators × 1,000 schools × 5 years, in 20 municipalities of one region. */
export const SIZE = {
  indicators: 200,
  municipalities: 20,
  schools: 1_000,
  years: [2021, 2022, 2023, 2024, 2025],
} as const;

const summed = enteredFacts
  .filter(({ adds, unit }) => adds === "sum" && unit === "people")
  .map(({ code }) => code);

/** Fills an empty database with a region of that size: facts that people enter, works with results, indicators over both. */
export async function makeRegion(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query("SELECT set_config('portal.scope', 'system', false)");
    await owner.query(`
      INSERT INTO region (id, code, name) VALUES (1, 'r1', 'R');
      INSERT INTO municipality (id, region_id, code, name, slug) SELECT i, 1, 'm' || i, 'M' || i, 'm' || i FROM generate_series(1, ${SIZE.municipalities}) i;
      INSERT INTO school (id, municipality_id, login, name, slug)
        SELECT i, 1 + i % ${SIZE.municipalities}, lpad(i::text, 6, '0'), 'S' || i, 's' || i FROM generate_series(1, ${SIZE.schools}) i;
      DELETE FROM work;
      INSERT INTO work (id, code, kind, year, season, grade_tested, grade_writing, subject, level, max_score)
        SELECT 100000 + row_number() OVER (), 'w' || y || s || g, 'vpr', y + 1, 'spring', g, g, s, 'base', 20
        FROM unnest('{${SIZE.years.join(",")}}'::int[]) y, unnest('{RU,MA}'::text[]) s, generate_series(4, 8) g;
      INSERT INTO summary (school_id, year, school_year, work_id, class_label, participants, absent, scored, score_sum, score_square_sum, histogram, marks, scale_marks, mark_differences, journal, changed_at)
        SELECT c.id, w.year, w.year - 1, w.id, '*', 60, 2, 60, 700, 9000, '{}', ARRAY[c.id % 7, 20, 20, 20 - c.id % 7], '{0,0,0,0}', 0, array_fill(3, '{16}'), now()
        FROM school c, work w WHERE w.id > 100000;`);
    await owner.query(
      `INSERT INTO indicator_fact (school_id, school_year, code, value, origin, entered_by, entered_at)
      SELECT c.id, y, f.code, 100 + (c.id * 7 + y + f.place) % 400, 'entered', 1, now()
      FROM school c, unnest($1::int[]) y, unnest($2::text[]) WITH ORDINALITY AS f(code, place)`,
      [[...SIZE.years], summed],
    );
    // The shipped catalogue goes, so that there are as many indicators as are promised.
    await owner.query(`ALTER TABLE indicator_version DISABLE TRIGGER indicator_version_kept; ALTER TABLE indicator_threshold DISABLE TRIGGER indicator_threshold_fixed;
      DELETE FROM indicator; ALTER TABLE indicator_version ENABLE TRIGGER indicator_version_kept; ALTER TABLE indicator_threshold ENABLE TRIGGER indicator_threshold_fixed`);
    await makeIndicators(owner);
    // What makes it would otherwise be computed by the job of the first moment.
    await owner.query("DELETE FROM indicator_change; ANALYZE;");
  } finally {
    await owner.end();
  }
}

async function makeIndicators(owner: pg.Client): Promise<void> {
  const texts = Array.from({ length: SIZE.indicators }, (_, i) => {
    const [a, b, c] = [0, 7, 13].map((step) => summed[(i + step) % summed.length] ?? "pupils_total");
    if (i % 4 === 0) return ["works_n4 + works_n5", "works_scored"];
    if (i % 4 === 1) return [`works_n5("MA", ${4 + (i % 5)})`, `works_scored("MA", ${4 + (i % 5)})`];
    return i % 4 === 2 ? [`${a} + ${b}`, `2 * ${c}`] : [a, c];
  });
  await owner.query(
    `INSERT INTO indicator (id, code, family, position, created_at) SELECT 100000 + i, 'I' || i, 'own', i, now() FROM generate_series(1, $1) i`,
    [SIZE.indicators],
  );
  await owner.query(
    `INSERT INTO indicator_version (id, indicator_id, version, status, effective_from, name, name_uk, definition, definition_uk, object, unit, decimals, direction, numerator, denominator,
      aggregation, period, due_days, source, instrument, performer, addressees, rule_kind, changed_at, adopted_at)
    SELECT 100000 + place, 100000 + place, 1, 'adopted', '2020-09-01', 'n', 'n', '', '', 'result', 'percent', 1, 'up', numerator, denominator, 'sum', 'year', 10, 's', 'i', 'p', '{}', 'ours', now(), now()
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t(numerator, denominator, place)`,
    [texts.map(([numerator]) => numerator), texts.map(([, denominator]) => denominator)],
  );
}
