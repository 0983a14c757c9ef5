import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appUrl } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/support/database.ts";
import { type ScopeName, scopes, tables } from "./row-policy-table.ts";
import { seedTwoRegions } from "./two-regions.ts";

let app: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  await seedTwoRegions(ownerUrl);
  app = new pg.Client(appUrl(ownerUrl));
  owner = new pg.Client(ownerUrl);
  await app.connect();
  await owner.connect();
});
afterAll(async () => {
  await app?.end();
  await owner?.end();
});

/** Runs statements as the portal's requests do, in this scope, and takes everything back. */
async function within<T>(scope: ScopeName, work: () => Promise<T>): Promise<T> {
  await app.query("BEGIN");
  try {
    const [kind, id, person] = scopes[scope] ?? [];
    const stated = { scope: kind, scope_id: id, person_id: person, classes: kind && '{"2025:4А"}' };
    for (const [name, value] of Object.entries(stated))
      if (value !== undefined)
        await app.query("SELECT set_config($1, $2, true)", [`portal.${name}`, String(value)]);
    return await work();
  } finally {
    await app.query("ROLLBACK");
  }
}

async function list(sql: string): Promise<string[]> {
  return (await app.query<{ name: string }>(sql)).rows.map(({ name }) => String(name));
}

describe.each(Object.entries(tables))("rows of %s", (table, { name, sees }) => {
  it.each(Object.entries(sees) as [ScopeName, string][])("%s sees: %s", async (scope, expected) => {
    const seen = await within(scope, () => list(`SELECT DISTINCT (${name})::text AS name FROM "${table}"`));
    expect(seen.sort()).toEqual(expected.split(" ").filter(Boolean).sort());
  });
});

it("names every table that has policies", async () => {
  const { rows } = await owner.query(
    "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  expect(Object.keys(tables).sort()).toEqual(rows.map((row) => row.relname));
});

it("leaves the portal no table without policies, and none that it owns", async () => {
  const { rows } = await owner.query(`SELECT relname FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relrowsecurity
      AND has_table_privilege('portal_app', oid, 'SELECT, INSERT, UPDATE, DELETE')`);
  expect(rows).toEqual([]);
  const { rows: owned } = await owner.query(
    "SELECT relname FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = 'portal_app')",
  );
  expect(owned).toEqual([]);
  const { rows: role } = await owner.query(
    "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'portal_app'",
  );
  expect(role).toEqual([{ rolsuper: false, rolbypassrls: false }]);
});

describe("the view of single staged rows", () => {
  it.each(Object.entries(tables.import_part!.sees) as [ScopeName, string][])(
    "%s sees: %s",
    async (scope, expected) => {
      const seen = await within(scope, () => list("SELECT DISTINCT school_id::text AS name FROM import_row"));
      expect(seen.sort()).toEqual(expected.split(" ").filter(Boolean).sort());
    },
  );

  it("takes no row past the packed ones", async () => {
    const write = () => app.query("UPDATE import_row SET class_label = '4А'");
    await expect(within("system", write)).rejects.toThrow(/permission denied|cannot update view/);
  });
});

it("closes the partitions of the pupil rows to direct reading", async () => {
  await expect(within("system", () => app.query("SELECT FROM participation_2026"))).rejects.toThrow(
    "permission denied",
  );
});

describe("a school cannot write into another one", () => {
  const moves: [string, string][] = [
    ["school_class", "UPDATE school_class SET school_id = 201"],
    ["school_lineage", "UPDATE school_lineage SET school_id = 201"],
    ["result_set", "UPDATE result_set SET school_id = 201"],
    ["import_target", "UPDATE import_target SET school_id = 201"],
    ["import_part", "UPDATE import_part SET school_id = 201"],
    ["entry", "UPDATE entry SET school_id = 201"],
    ["entry_cell", "UPDATE entry_cell SET entry_id = 201, school_id = 201"],
    [
      "entry_batch",
      "INSERT INTO entry_batch (entry_id, school_id, batch, pass, sitting, at, person_id, version, changes, answer) VALUES (201, 201, 'x', 1, 's', now(), 1101, 1, '{}', '{}')",
    ],
    ["check_result", "UPDATE check_result SET school_id = 201"],
    [
      "check_message",
      "INSERT INTO check_message (result_id, school_id, at, author, role, kind, text) VALUES (201, 201, now(), 'x', 'head', 'ask', 'x')",
    ],
    ["exam_result", "UPDATE exam_result SET school_id = 201"],
    ["exam_summary", "UPDATE exam_summary SET school_id = 201"],
    ["exam_result_set", "UPDATE exam_result_set SET school_id = 201"],
    ["exam_import_row", "UPDATE exam_import_row SET school_id = 201"],
    ["exam_import_target", "UPDATE exam_import_target SET school_id = 201"],
    ["exam_register", "UPDATE exam_register SET school_id = 201"],
    ["exam_subject_register", "UPDATE exam_subject_register SET school_id = 201"],
    [
      "exam_area_summary",
      "INSERT INTO exam_area_summary (area_kind, area_id, year, exam_id, schools, content, changed_at) VALUES ('municipality', 21, 2026, 9, 0, '{}', now())",
    ],
    ["schedule_plan", "UPDATE schedule_plan SET year = 2031, school_id = 201"],
    ["schedule_class", "UPDATE schedule_class SET school_id = 201"],
    ["schedule_timetable", "UPDATE schedule_timetable SET school_id = 201"],
    ["scheduled_work", "UPDATE scheduled_work SET school_id = 201"],
    ["schedule_import", "UPDATE schedule_import SET school_id = 201"],
    ["schedule_break", "UPDATE schedule_break SET school_id = 201, municipality_id = 21, region_id = 2"],
    [
      "schedule_edition",
      "INSERT INTO schedule_edition (school_id, year, number, published_at, content, fingerprint) VALUES (201, 2025, 9, now(), '{}', '')",
    ],
    [
      "schedule_window",
      "INSERT INTO schedule_window (region_id, year, level, kind, title, grade, subject, opens_on, closes_on, minutes, changed_at) VALUES (1, 2025, 'regional', 'control', 'x', 4, 'MA', '2026-02-10', '2026-02-10', 45, now())",
    ],
    [
      "scheduled_work",
      "INSERT INTO scheduled_work (school_id, year, level, window_id, kind, title, grade, class_labels, subject, on_day, minutes, changed_at) SELECT 101, 2025, 'federal', max(id) + 1000, 'vpr', 'x', 4, '{4А}', 'MA', '2026-04-20', 45, now() FROM schedule_window",
    ],
    ["participation", "UPDATE participation SET school_id = 201"],
    ["summary", "UPDATE summary SET school_id = 201"],
    ["submission", "UPDATE submission SET school_id = 201"],
    [
      "submission_event",
      "INSERT INTO submission_event (school_id, work_id, at, actor_role, verb, from_state, to_state) VALUES (201, 1, now(), 'head', 'approve', 'submitted', 'approved')",
    ],
    ["absence_note", "UPDATE absence_note SET school_id = 201"],
    [
      "campaign_exception",
      "INSERT INTO campaign_exception (campaign_id, school_id, until_on, reason, given_at) VALUES (11, 101, '2030-01-01', 'x', now())",
    ],
    ["cycle_item", "UPDATE cycle_item SET school_id = 201, plan_id = 201"],
    ["cycle_plan", "INSERT INTO cycle_plan (school_id, year, created_at) VALUES (201, 2030, now())"],
    ["mail_choice", "UPDATE mail_choice SET person_id = 1201"],
    ["reported_figure", "UPDATE reported_figure SET school_id = 201 WHERE unit_kind = 'school'"],
    ["reported_name", "UPDATE reported_name SET school_id = 201"],
    ["import_file", "UPDATE import_file SET school_id = 201, municipality_id = 21, region_id = 2"],
    ["import_sheet", "UPDATE import_sheet SET import_id = 201"],
    ["import_finding", "UPDATE import_finding SET import_id = 201"],
    ["import_progress", "UPDATE import_progress SET import_id = 201"],
    [
      "layout_preset",
      "INSERT INTO layout_preset (school_id, fingerprint, version, name, mapping, created_at, created_by) VALUES (201, 'f', 9, 'n', '{}', now(), 1101)",
    ],
    ["report", "UPDATE report SET school_id = 201, municipality_id = 21, region_id = 2"],
    ["regulation", "UPDATE regulation SET school_id = 201 WHERE slug = 's101'"],
    [
      "regulation_edition",
      "INSERT INTO regulation_edition (regulation_id, number, created_at) VALUES (4, 'x', now())",
    ],
    [
      "regulation_clause",
      "INSERT INTO regulation_clause (edition_id, clause_key, position) VALUES (12, 'x', 9)",
    ],
    [
      "regulation_file",
      "INSERT INTO regulation_file (edition_id, name, kind, bytes, sha256, added_at) VALUES (12, 'x', 'pdf', 1, 'x', now())",
    ],
    ["regulation_import", "UPDATE regulation_import SET edition_id = 4"],
    ["regulation_reading", "UPDATE regulation_reading SET school_id = 201"],
    [
      "regulation_reading_mark",
      "INSERT INTO regulation_reading_mark (edition_id, person_id, school_id, read_at) VALUES (2, 1901, 101, now())",
    ],
    ["person", "UPDATE person SET school_id = 201"],
    ["session", "UPDATE session SET person_id = 1201"],
    ["invitation", "UPDATE invitation SET person_id = 1201"],
    ["registry_draft", "UPDATE registry_draft SET created_by = 1201"],
  ];
  it.each(moves)("%s", async (_table, sql) => {
    await expect(within("school 101", () => app.query(sql))).rejects.toThrow(/violates row-level security/);
  });

  it.each([
    ["participation", "class_label = '4А'"],
    ["summary", "class_label = '4А'"],
    ["import_part", "class_labels = '{4А}'"],
  ])("and a teacher changes no %s", async (table, value) => {
    const change = () => app.query(`UPDATE ${table} SET ${value}`);
    const outcome = await within("teacher of 4А in 101", change).then(
      ({ rowCount }) => `changed ${rowCount}`,
      (error: Error) => error.message,
    );
    expect(outcome).toMatch(/^changed 0$|violates row-level security/);
  });
});

describe("each writes what is its own to write", () => {
  const event = `INSERT INTO audit_event (at, chain, actor_role, municipality_id, school_id, action, subject, details, previous_hash, hash)
    VALUES (now(), 0, 'head', 11, 101, 'x', 'x:1', '{}', '', '')`;
  const rule = `INSERT INTO flag_rule_version (region_id, version, threshold_percent, minimum_participants, combine, reason, created_at)
    VALUES (1, 2, 50, 10, 'OR', '-', now())`;
  const scale = `INSERT INTO scale_edition (work_id, edition, min3, min4, min5, max_score, adopted_at) VALUES (1, 2, 5, 9, 14, 18, now())`;
  const work = `INSERT INTO work (id, code, kind, year, season, grade_tested, grade_writing, subject, level, max_score)
    VALUES (9, 'RU4', 'vpr', 2026, 'spring', 4, 4, 'RU', 'base', 38)`;
  const allowed: [ScopeName, string][] = [
    ["school 101", event],
    ["region 1", rule],
    ["region 1", scale],
    ["region 1", work],
    ["region 1", "UPDATE work SET note = 'x'"],
    ["region 1", "DELETE FROM work"],
    ["region 1", "INSERT INTO work_task (work_id, position, code, max) VALUES (1, 2, '2', 1)"],
    ["region 1", "UPDATE work_task SET max = 2"],
    ["region 1", "DELETE FROM work_task"],
    ["region 1", "INSERT INTO municipality (region_id, code, name, slug) VALUES (1, 'm13', 'x', 'm13')"],
    ["region 1", "UPDATE municipality SET name = 'x' WHERE id = 11"],
    ["region 1", "DELETE FROM municipality WHERE id = 12"],
    [
      "municipality 11",
      "INSERT INTO school (municipality_id, login, name, slug) VALUES (11, '999999', 'x', 'x')",
    ],
    ["municipality 11", "UPDATE school SET name = 'x' WHERE id = 101"],
    ["municipality 11", "UPDATE campaign SET closes_on = '2030-01-01' WHERE id = 11"],
    ["municipality 11", "UPDATE schedule_window SET title = 'x' WHERE municipality_id = 11"],
    ["region 1", "UPDATE schedule_break SET title = 'x' WHERE municipality_id IS NULL"],
    ["school 101", "UPDATE schedule_break SET title = 'x' WHERE school_id = 101"],
    ["school 101", "DELETE FROM scheduled_work"],
    ["region 1", "UPDATE campaign SET title = 'x' WHERE id = 1"],
    ["teacher of 4А in 101", "UPDATE absence_note SET explanation = 'x'"],
    ["admin", "INSERT INTO region (id, code, name) VALUES (9, 'r9', 'x')"],
    ["admin", "UPDATE region SET name = 'x' WHERE id = 1"],
    ["admin", "DELETE FROM region WHERE id = 3"],
  ];
  it.each(allowed)("%s: %s", async (scope, sql) => {
    expect((await within(scope, () => app.query(sql))).rowCount).toBe(1);
  });
});

describe("checks", () => {
  it.each<[ScopeName, string]>([
    [
      "school 101",
      "INSERT INTO check_rule_version (region_id, municipality_id, code, version, content, effective_on, works_from, reason, adopted_at) VALUES (1, 11, 'x', 1, '{}', now(), 2026, '-', now())",
    ],
    [
      "municipality 11",
      "INSERT INTO check_rule_version (region_id, code, version, content, effective_on, works_from, reason, adopted_at) VALUES (1, 'x', 1, '{}', now(), 2026, '-', now())",
    ],
    ["municipality 11", "UPDATE check_rule_draft SET municipality_id = 12"],
    [
      "school 101",
      "INSERT INTO check_result (school_id, work_id, rule_code, rule_version, class_label, fingerprint, severity, priority, title, text, kind, numbers, found_at) VALUES (101, 1, 'x', 1, '*', '', 'error', 1, '', '', '', '{}', now())",
    ],
    [
      "school 101",
      "INSERT INTO check_run (school_id, work_id, results_version, rules, ran_at) VALUES (101, 2, 1, '{}', now())",
    ],
  ])("%s is refused: %s", async (scope, sql) => {
    await expect(within(scope, () => app.query(sql))).rejects.toThrow(/violates row-level security/);
  });

  it("keeps adopted rules and what was said as they were", async () => {
    for (const sql of ["UPDATE check_rule_version SET reason = 'x'", "DELETE FROM check_message"])
      await expect(within("system", () => app.query(sql))).rejects.toThrow("permission denied");
  });
});

describe("what is told past the policies", () => {
  it("the public knows what became of every school", async () => {
    const seen = await within("public", () =>
      list("SELECT school_id AS name FROM school_lineage_public ORDER BY 1"),
    );
    expect(seen).toEqual(["101", "102", "201"]);
  });

  it("the public knows which reports are published, never a draft nor what is being written for the next edition", async () => {
    const seen = await within("public", () => list("SELECT id AS name FROM report_public ORDER BY 1"));
    expect(seen).toEqual(["101", "102", "201"]);
    const columns = await list(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'report_public' ORDER BY 1",
    );
    for (const hidden of ["title", "foreword", "work_ids", "created_by"])
      expect(columns).not.toContain(hidden);
  });

  it("who changes tasks learns that some school has results, not which", async () => {
    const seen = await within("region 2", () => list("SELECT work_has_results(1) AS name"));
    expect(seen).toEqual(["true"]);
  });
});

describe("what everybody reads is changed only from above", () => {
  const refused: [ScopeName, string][] = [
    ["school 101", "UPDATE work SET note = 'x'"],
    ["school 101", "UPDATE work_task SET max = 2"],
    ["school 101", "DELETE FROM work_task"],
    ["teacher of 4А in 101", "UPDATE school_class SET label = '4Я' WHERE school_id <> 101"],
    ["municipality 11", "UPDATE region SET name = 'x'"],
    ["municipality 11", "UPDATE municipality SET name = 'x'"],
    ["region 1", "UPDATE municipality SET name = 'x' WHERE id = 21"],
    ["region 1", "UPDATE school SET name = 'x' WHERE id = 201"],
    ["public", "UPDATE report SET title = 'x'"],
    ["school 101", "UPDATE campaign SET closes_on = '2030-01-01'"],
    ["school 101", "UPDATE campaign_exception SET until_on = '2030-01-01'"],
    ["municipality 11", "UPDATE campaign SET title = 'x' WHERE id <> 11"],
    ["teacher of 4А in 101", "UPDATE absence_note SET explanation = 'x' WHERE class_label <> '4А'"],
    ["teacher of 4А in 101", "UPDATE scheduled_work SET title = 'x'"],
    ["teacher of 4А in 101", "DELETE FROM schedule_break"],
    ["teacher of 4А in 101", "DELETE FROM schedule_timetable"],
    ["school 101", "UPDATE schedule_break SET title = 'x' WHERE school_id IS NULL"],
    ["school 101", "UPDATE schedule_window SET title = 'x'"],
    ["municipality 11", "UPDATE schedule_window SET title = 'x' WHERE municipality_id IS DISTINCT FROM 11"],
    ["public", "UPDATE scheduled_work SET title = 'x'"],
  ];
  it.each(refused)("%s: %s touches nothing", async (scope, sql) => {
    expect((await within(scope, () => app.query(sql))).rowCount).toBe(0);
  });

  it("a school adds no rule, no school and no region", async () => {
    const rule = `INSERT INTO flag_rule_version (region_id, version, threshold_percent, minimum_participants, combine, reason, created_at)
      VALUES (1, 2, 50, 10, 'OR', '-', now())`;
    const school = "INSERT INTO school (municipality_id, login, name, slug) VALUES (11, '999999', 'x', 'x')";
    const region = "INSERT INTO region (code, name) VALUES ('x', 'x')";
    for (const sql of [rule, school, region])
      await expect(within("school 101", () => app.query(sql))).rejects.toThrow(/violates row-level security/);
  });

  it("what was adopted or published is never rewritten, whoever asks", async () => {
    for (const sql of [
      "UPDATE scale_edition SET min3 = 1",
      "UPDATE flag_rule_version SET reason = 'x'",
      "UPDATE report_snapshot SET content = '{}'",
      "UPDATE published_cell SET value = 1",
      "UPDATE report_version SET fingerprint = 'x'",
      "UPDATE submission_event SET reason = 'x'",
      "DELETE FROM submission_event",
      "UPDATE schedule_edition SET reason = 'x'",
      "DELETE FROM schedule_edition",
      "DELETE FROM report_version",
    ])
      await expect(within("system", () => app.query(sql))).rejects.toThrow("permission denied");
  });
});
