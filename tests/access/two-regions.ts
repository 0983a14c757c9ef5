import pg from "pg";
import { indicatorRows } from "./two-regions-indicators.ts";
import { regulationRows } from "./two-regions-regulations.ts";

/**
 * Two regions with fixed ids and one row of everything in each of three schools, so that a test can name what is seen:
 * region 1 → municipality 11 → schools 101 and 102; region 2 → municipality 21 → school 201. Municipality 12 and region 3 are empty.
 */
export async function seedTwoRegions(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query(`BEGIN; SELECT set_config('portal.scope', 'system', true); ${registry} ${people}`);
    for (const school of schools) await owner.query(rowsOf(school));
    await owner.query(indicatorRows);
    await owner.query(regulationRows);
    await owner.query("COMMIT");
  } finally {
    await owner.end();
  }
}

interface SchoolUnits {
  region: number;
  municipality: number;
  school: number;
}

const schools: readonly SchoolUnits[] = [
  { region: 1, municipality: 11, school: 101 },
  { region: 1, municipality: 11, school: 102 },
  { region: 2, municipality: 21, school: 201 },
];

const registry = `
  INSERT INTO region (id, code, name) VALUES (1, 'r1', 'Первая область'), (2, 'r2', 'Вторая область'), (3, 'r3', 'Пустая область');
  INSERT INTO municipality (id, region_id, code, name, slug) VALUES (11, 1, 'm11', 'Округ 11', 'm11'), (12, 1, 'm12', 'Пустой округ', 'm12'), (21, 2, 'm21', 'Округ 21', 'm21');
  INSERT INTO school (id, municipality_id, login, name, slug) VALUES
    (101, 11, '000101', 'Школа 101', 's101'), (102, 11, '000102', 'Школа 102', 's102'), (201, 21, '000201', 'Школа 201', 's201');
  INSERT INTO work (id, code, kind, year, season, grade_tested, grade_writing, subject, level, max_score)
    VALUES (1, 'MA4', 'vpr', 2026, 'spring', 4, 4, 'MA', 'base', 18);
  INSERT INTO work_task (work_id, position, code, max) VALUES (1, 1, '1', 1);
  INSERT INTO scale_edition (work_id, edition, min3, min4, min5, max_score, adopted_at) VALUES (1, 1, 6, 10, 15, 18, '2026-03-01');
  INSERT INTO flag_rule_version (region_id, version, threshold_percent, minimum_participants, combine, reason, created_at)
    VALUES (1, 1, 30, 10, 'OR', '-', now()), (2, 1, 30, 10, 'OR', '-', now());
  INSERT INTO check_rule_version (region_id, municipality_id, code, version, content, effective_on, works_from, reason, adopted_at)
    VALUES (1, NULL, 'r1', 1, '{}', now(), 2026, '-', now()), (1, 11, 'm11', 1, '{}', now(), 2026, '-', now()), (1, 12, 'm12', 1, '{}', now(), 2026, '-', now()),
      (2, NULL, 'r2', 1, '{}', now(), 2026, '-', now());
  INSERT INTO check_rule_draft (region_id, municipality_id, code, based_on, content, changed_at, changed_by)
    VALUES (1, NULL, 'r1', 1, '{}', now(), 1000), (1, 11, 'm11', 1, '{}', now(), 1000), (1, 12, 'm12', 1, '{}', now(), 1000),
      (2, NULL, 'r2', 1, '{}', now(), 1000);
  INSERT INTO area_summary (area_kind, area_id, work_id, year, schools, participants, absent, scored, score_sum, score_square_sum, mark_differences, changed_at)
    VALUES ('municipality', 11, 1, 2026, 2, 0, 0, 0, 0, 0, 0, now()), ('municipality', 21, 1, 2026, 1, 0, 0, 0, 0, 0, 0, now()),
      ('region', 1, 1, 2026, 2, 0, 0, 0, 0, 0, 0, now()), ('region', 2, 1, 2026, 1, 0, 0, 0, 0, 0, 0, now());
  INSERT INTO exam (id, year, kind, subject) VALUES (1, 2026, 'oge', 'MA');
  INSERT INTO exam_scale (exam_id, region_id, edition, source, adopted_at) VALUES (1, NULL, 1, '-', now()), (1, 1, 1, '-', now()), (1, 2, 1, '-', now());
  INSERT INTO exam_area_summary (area_kind, area_id, year, exam_id, schools, content, changed_at)
    VALUES ('municipality', 11, 2026, 1, 2, '{}', now()), ('municipality', 21, 2026, 1, 1, '{}', now()), ('region', 1, 2026, 1, 2, '{}', now()), ('region', 2, 2026, 1, 1, '{}', now());
  INSERT INTO layout_preset (id, municipality_id, region_id, fingerprint, version, name, mapping, created_at, created_by) VALUES
    (9, NULL, NULL, 'f', 1, 'n', '{}', now(), 1000), (1, NULL, 1, 'f', 1, 'n', '{}', now(), 1000), (2, NULL, 2, 'f', 1, 'n', '{}', now(), 1000),
    (22, 11, 1, 'f', 1, 'n', '{}', now(), 1000), (42, 21, 2, 'f', 1, 'n', '{}', now(), 1000);
  INSERT INTO campaign (id, region_id, municipality_id, year, title, opens_on, due_on, closes_on, created_at) VALUES
    (1, 1, NULL, 2026, 't', '2026-04-01', '2026-04-20', '2026-04-30', now()), (11, 1, 11, 2026, 't', '2026-04-01', '2026-04-20', '2026-04-30', now()),
    (2, 2, NULL, 2026, 't', '2026-04-01', '2026-04-20', '2026-04-30', now()), (21, 2, 21, 2026, 't', '2026-04-01', '2026-04-20', '2026-04-30', now());
  INSERT INTO campaign_work (campaign_id, work_id) SELECT id, 1 FROM campaign;
  INSERT INTO schedule_window (region_id, municipality_id, year, level, kind, title, grade, subject, opens_on, closes_on, minutes, changed_at) VALUES
    (1, NULL, 2025, 'federal', 'vpr', 'r1', 4, 'MA', '2026-04-20', '2026-05-20', 45, now()), (2, NULL, 2025, 'federal', 'vpr', 'r2', 4, 'MA', '2026-04-20', '2026-05-20', 45, now()),
    (1, 11, 2025, 'municipal', 'control', 'm11', 4, 'MA', '2026-02-10', '2026-02-10', 45, now()), (1, 12, 2025, 'municipal', 'control', 'm12', 4, 'MA', '2026-02-10', '2026-02-10', 45, now());
  INSERT INTO schedule_break (region_id, municipality_id, school_id, year, kind, from_on, to_on, title) VALUES
    (1, NULL, NULL, 2025, 'holiday', '2025-11-04', '2025-11-04', 'r1'), (2, NULL, NULL, 2025, 'holiday', '2025-11-04', '2025-11-04', 'r2'),
    (1, 11, NULL, 2025, 'holiday', '2025-11-03', '2025-11-03', 'm11'), (1, 12, NULL, 2025, 'holiday', '2025-11-03', '2025-11-03', 'm12');
  INSERT INTO sign_in_attempt VALUES ('key', 1, now(), now());`;

/** 1000 is the administrator, 1900 and more are teachers, the others are named by the id of their unit. */
const people = `
  INSERT INTO person (id, email, name, role, region_id, municipality_id, school_id, class_labels, created_at) VALUES
    (1000, 'admin@x', 'A', 'admin', NULL, NULL, NULL, '{}', now()),
    (1001, 'r1@x', 'R1', 'region', 1, NULL, NULL, '{}', now()), (1002, 'r2@x', 'R2', 'region', 2, NULL, NULL, '{}', now()),
    (1011, 'm11@x', 'M11', 'municipality', NULL, 11, NULL, '{}', now()), (1021, 'm21@x', 'M21', 'municipality', NULL, 21, NULL, '{}', now()),
    (1101, 's101@x', 'S101', 'head', NULL, NULL, 101, '{}', now()), (1102, 's102@x', 'S102', 'head', NULL, NULL, 102, '{}', now()),
    (1201, 's201@x', 'S201', 'head', NULL, NULL, 201, '{}', now()),
    (1901, 't101@x', 'T101', 'teacher', NULL, NULL, 101, '{2025:4А}', now());
  INSERT INTO session (id, person_id, started_at, last_seen_at, expires_at)
    SELECT gen_random_uuid(), id, now(), now(), now() + interval '1 hour' FROM person;
  INSERT INTO invitation (person_id, token_hash, created_at, expires_at)
    SELECT id, 'hash-' || id, now(), now() + interval '1 hour' FROM person;
  INSERT INTO registry_draft (created_by, created_at) SELECT id, now() FROM person;
  INSERT INTO mail_outbox (person_id, on_day, kind, subject, body, created_at) SELECT id, '2026-04-20', 'digest', 's', 'b', now() FROM person;
  INSERT INTO mail_choice (person_id, digest) SELECT id, true FROM person;
  INSERT INTO audit_event (at, chain, actor_role, municipality_id, school_id, action, subject, details, previous_hash, hash)
    VALUES (now(), 0, 'admin', NULL, NULL, 'portal', 'portal:0', '{}', '', '');`;

/** One row of everything of a school, and what its import and its reports consist of. Ids are the school's, or twice it. */
function rowsOf({ region, municipality, school }: SchoolUnits): string {
  const counts = "0, 0, 0, 0, 0, 0, now()";
  const result = `(${school}, 2026, 2025, 1, 'P1', '4А', '', 'present', 0, ${school}, 1), (${school}, 2026, 2025, 1, 'P2', '4Б', '', 'present', 0, ${school}, 2)`;
  return `
  INSERT INTO school_class (school_id, year, grade, label) VALUES (${school}, 2025, 4, '4А');
  INSERT INTO school_lineage (school_id, kind, happened_on, from_name, to_name) VALUES (${school}, 'rename', '2020-01-01', 'a', 'b');
  INSERT INTO import_file (id, created_by, created_at, school_id, municipality_id, region_id, name, bytes, sha256, status)
    VALUES (${school}, 1000, now(), ${school}, ${municipality}, ${region}, 'f', 1, '', 'review');
  INSERT INTO import_sheet (import_id, position, name, cells) VALUES (${school}, 0, 's', '');
  INSERT INTO import_finding (import_id, position, severity, code) VALUES (${school}, 0, 'note', 'x');
  INSERT INTO import_progress (import_id, step) VALUES (${school}, 'reading');
  INSERT INTO layout_preset (id, school_id, municipality_id, region_id, fingerprint, version, name, mapping, created_at, created_by)
    VALUES (${school}, ${school}, ${municipality}, ${region}, 'f', 1, 'n', '{}', now(), 1000);
  INSERT INTO import_target (import_id, school_id, work_id, base_version) VALUES (${school}, ${school}, 1, 0);
  INSERT INTO import_part (import_id, side, school_id, work_id, codes, class_labels, variants, sexes, statuses, items, totals_printed, totals_items,
      marks_file, marks_scale, journal, source_imports, source_sheets, source_rows)
    VALUES (${school}, 'after', ${school}, 1, '{P1}', '{4А}', '{""}', '{NULL}', '{present}', '{"{}"}', '{NULL}', '{0}', '{NULL}', '{NULL}', '{NULL}', '{}', '{s}', '{1}');
  INSERT INTO journal_mark (import_id, school_id, school_year, subject, class_label, participant_code, kind, heading, marks, status, raw, source_sheet, source_row)
    VALUES (${school}, ${school}, 2025, 'MA', '4А', 'P1', 'period', '3 четверть', '{4}', 'mark', '4', 's', 4);
  INSERT INTO journal_period (import_id, school_id, work_id, heading) VALUES (${school}, ${school}, 1, '3 четверть');
  INSERT INTO entry (id, school_id, work_id, class_label, created_at, created_by, changed_at) VALUES (${school}, ${school}, 1, '4А', now(), 1000, now());
  INSERT INTO entry_cell (entry_id, school_id, pass, "row", col, value, version, changed_at, changed_by) VALUES (${school}, ${school}, 1, 0, 't:1', '1', 1, now(), 1000);
  INSERT INTO entry_batch (entry_id, school_id, batch, pass, sitting, at, person_id, version, changes, answer) VALUES (${school}, ${school}, 'b', 1, 's', now(), 1000, 1, '{}', '{}');
  INSERT INTO check_run (school_id, work_id, results_version, rules, ran_at) VALUES (${school}, 1, 1, '{}', now());
  INSERT INTO check_result (id, school_id, work_id, rule_code, rule_version, class_label, fingerprint, severity, priority, title, text, kind, numbers, found_at)
    VALUES (${school}, ${school}, 1, 'total', 1, '4А', 'f', 'error', 1, 't', 'x', 'totalDiffers', '{}', now());
  INSERT INTO check_message (result_id, school_id, at, author, role, kind, text) VALUES (${school}, ${school}, now(), 'A', 'admin', 'ask', 'x');
  INSERT INTO exam_result_set (school_id, exam_id, exam_on, version, last_import, changed_at, changed_by) VALUES (${school}, 1, '2026-06-03', 1, 0, now(), 1000);
  INSERT INTO exam_result (school_id, year, exam_id, exam_on, person_key, class_label, items, import_id, source_row)
    VALUES (${school}, 2026, 1, '2026-06-03', 'r1', '4А', '{}', ${school}, 1), (${school}, 2026, 1, '2026-06-03', 'r2', '4Б', '{}', ${school}, 2);
  INSERT INTO exam_import_row (import_id, side, school_id, exam_on, person_key, class_label, items, source_row) VALUES (${school}, 'after', ${school}, '2026-06-03', 'r1', '4А', '{}', 1);
  INSERT INTO exam_import_target (import_id, school_id, exam_on, base_version) VALUES (${school}, ${school}, '2026-06-03', 0);
  INSERT INTO exam_summary (school_id, year, exam_id, class_label, content, changed_at) VALUES (${school}, 2026, 1, '*', '{}', now()), (${school}, 2026, 1, '4А', '{}', now());
  INSERT INTO exam_register (school_id, year, grade, changed_at, changed_by) VALUES (${school}, 2026, 9, now(), 1000);
  INSERT INTO exam_subject_register (school_id, year, exam_id, changed_at, changed_by) VALUES (${school}, 2026, 1, now(), 1000);
  INSERT INTO reported_figure (import_id, form, unit_kind, unit_name, name_key, school_id, exam, year, subject, measure, state, raw, sheet, row, col, owner_school_id, owner_municipality_id, owner_region_id) VALUES
    (${school}, 'F-06', 'school', 'about-${school}', '', ${school}, 'vpr', 2026, 'MA', 'marks', 'blank', '', 's', 1, 1, NULL, ${municipality}, ${region}),
    (${school}, 'F-17', 'school', 'named-${school}', 'x', NULL, 'ege', 2026, 'MA', 'examMean', 'blank', '', 's', 1, 1, NULL, NULL, ${region}),
    (${school}, 'F-06', 'municipality', 'of-school-${school}', '', NULL, 'vpr', 2026, 'MA', 'marks', 'blank', '', 's', 1, 1, ${school}, ${municipality}, ${region}),
    (${school}, 'F-06', 'country', 'of-municipality-${municipality}', '', NULL, 'vpr', 2026, 'MA', 'marks', 'blank', '', 's', 1, 1, NULL, ${municipality}, ${region}),
    (${school}, 'F-06', 'country', 'of-region-${region}', '', NULL, 'vpr', 2026, 'MA', 'marks', 'blank', '', 's', 1, 1, NULL, NULL, ${region});
  INSERT INTO reported_name (region_id, place_key, name_key, school_id, decided_at, decided_by) VALUES (${region}, '', 'x${school}', ${school}, now(), 1000);
  INSERT INTO schedule_plan (school_id, year, starts_on, ends_on, changed_at) VALUES (${school}, 2025, '2025-09-01', '2026-05-26', now());
  INSERT INTO schedule_hours (school_id, year, grade, subject, hours, lessons_per_week) VALUES (${school}, 2025, 4, 'MA', 136, 4);
  INSERT INTO schedule_class (school_id, year, class_label, lessons) VALUES (${school}, 2025, '4А', '{5,5,5,5,4,0,0}');
  INSERT INTO schedule_timetable (school_id, year, class_label, from_on, days, changed_at) VALUES (${school}, 2025, '4А', '2025-09-01', '[[["MA"]],[],[],[],[],[],[]]', now());
  INSERT INTO schedule_break (region_id, municipality_id, school_id, year, kind, from_on, to_on, title) VALUES (${region}, ${municipality}, ${school}, 2025, 'holiday', '2025-11-05', '2025-11-05', 's${school}');
  INSERT INTO scheduled_work (school_id, year, level, kind, title, grade, class_labels, subject, on_day, minutes, changed_at) VALUES (${school}, 2025, 'school', 'control', 't', 4, '{4А}', 'MA', '2025-10-15', 45, now());
  INSERT INTO schedule_edition (school_id, year, number, published_at, content, fingerprint) VALUES (${school}, 2025, 1, now(), '{}', '');
  INSERT INTO schedule_import (school_id, year, file_name, created_by, created_at) VALUES (${school}, 2025, 'f', 1000, now());
  INSERT INTO cycle_plan (id, school_id, year, created_at) VALUES (${school}, ${school}, 2025, now());
  INSERT INTO cycle_item (plan_id, school_id, code, performer, addressees, due_on, changed_at) VALUES (${school}, ${school}, 'council', 'head', '{}', '2025-08-28', now());
  INSERT INTO local_act (school_id, school_year, title, approved_by, considered_by, created_at, changed_at) VALUES (${school}, 2025, 't', 'a', 'c', now(), now());
  UPDATE local_act SET state = 'adopted', order_number = '1', adopted_on = '2025-08-28', effective_from = '2025-09-01', document = '{}' WHERE school_id = ${school};
  INSERT INTO local_act (school_id, school_year, title, approved_by, considered_by, created_at, changed_at) VALUES (${school}, 2025, 't', 'a', 'c', now(), now());
  INSERT INTO indicator_value (unit_kind, unit_id, period_start, indicator_id, period_end, version_id, state, value, origin, computed_at) VALUES
    ('school', ${school}, '2025-09-01', 1, '2026-08-31', 1, 'value', 1, 'computed', now()),
    ('municipality', ${municipality}, '2025-09-01', ${school}, '2026-08-31', 1, 'value', 1, 'computed', now()),
    ('region', ${region}, '2025-09-01', ${school}, '2026-08-31', 1, 'value', 1, 'computed', now());
  INSERT INTO indicator_fact (school_id, school_year, code, value, origin, entered_by, entered_at) VALUES (${school}, 2025, 'staff_total', 40, 'entered', 1000, now());
  INSERT INTO indicator_duty (school_id, school_year, fact_group, person_id, due_on, set_by, set_at) VALUES (${school}, 2025, 'staff', 1000, '2026-09-10', 1000, now());
  INSERT INTO indicator_snapshot (slug, title, region_id, municipality_id, school_id, asked, content, sha256, created_at, created_by) VALUES
    ('s${school}', 't', NULL, NULL, ${school}, '{}', '{}', '', now(), 1000), ('m${school}', 't', NULL, ${municipality}, NULL, '{}', '{}', '', now(), 1000),
    ('r${school}', 't', ${region}, NULL, NULL, '{}', '{}', '', now(), 1000);
  INSERT INTO result_set (school_id, work_id, year, version, last_import, received_at, changed_at, changed_by)
    VALUES (${school}, 1, 2026, 1, ${school}, now(), now(), 1000);
  INSERT INTO submission (school_id, work_id, state, changed_at) VALUES (${school}, 1, 'draft', now());
  INSERT INTO submission_event (school_id, work_id, at, actor_role, verb, from_state, to_state) VALUES (${school}, 1, now(), 'head', 'submit', 'draft', 'submitted');
  INSERT INTO absence_note (school_id, work_id, class_label, owner_id, changed_at)
    VALUES (${school}, 1, '4А', ${1000 + 9 * 100 + (school - 100)}, now()), (${school}, 1, '4Б', NULL, now());
  INSERT INTO campaign_exception (campaign_id, school_id, until_on, reason, given_at) VALUES (${region}, ${school}, '2026-05-10', 'x', now());
  INSERT INTO participation (school_id, year, school_year, work_id, participant_code, class_label, variant, status, total_items, import_id, source_row)
    VALUES ${result};
  INSERT INTO summary (school_id, year, school_year, work_id, class_label, participants, absent, scored, score_sum, score_square_sum, mark_differences, changed_at)
    VALUES (${school}, 2026, 2025, 1, '*', ${counts}), (${school}, 2026, 2025, 1, '4А', ${counts}), (${school}, 2026, 2025, 1, '4Б', ${counts});
  INSERT INTO audit_event (at, chain, actor_role, municipality_id, school_id, action, subject, details, previous_hash, hash)
    VALUES (now(), 0, 'head', ${municipality}, ${school}, 'x', 'x:1', '{}', '', '');
  INSERT INTO report (id, slug, unit_kind, school_id, municipality_id, region_id, year, title, created_at, created_by, published_at) VALUES
    (${school}, 'published-${school}', 'school', ${school}, ${municipality}, ${region}, 2026, 't', now(), 1000, now()),
    (${2 * school}, 'draft-${school}', 'school', ${school}, ${municipality}, ${region}, 2026, 't', now(), 1000, NULL);
  INSERT INTO report_version (report_id, version, fingerprint, published_at, published_by, withdrawn_at) VALUES
    (${school}, 1, '', now(), 1000, now()), (${school}, 2, '', now(), 1000, NULL);
  INSERT INTO report_snapshot (report_id, version, content) VALUES (${school}, 1, '{}'), (${school}, 2, '{}');
  INSERT INTO published_cell (report_id, version, unit_kind, unit_id, work_id, measure, municipality_id, region_id)
    VALUES (${school}, 2, 'school', ${school}, 1, 'n', ${municipality}, ${region});`;
}
