import type { Fact, FactSource } from "./fact.ts";
import type { BaseUnit } from "./unit.ts";

// What the portal counts itself. All of it adds up over classes and schools: it comes from additive summaries.

type Row = readonly [code: string, unit: BaseUnit];

/** Results of works (ВПР and works of the region) of the school year, from summaries: handbook §5.3. */
const works: readonly Row[] = [
  ["works_participants", "people"],
  ["works_absent", "people"],
  ["works_n5", "people"],
  ["works_n4", "people"],
  ["works_n3", "people"],
  ["works_n2", "people"],
  ["works_scored", "people"],
  ["works_points", "points"],
  ["works_points_max", "points"],
  ["works_mark_sum", "points"],
  ["works_journal_same", "people"],
  ["works_journal_lower", "people"],
  ["works_journal_higher", "people"],
  ["works_done", "works"],
];

/** Results of state examinations: handbook §2.6. */
const exams: readonly Row[] = [
  ["oge_participants", "people"],
  ["oge_n5", "people"],
  ["oge_n4", "people"],
  ["oge_n3", "people"],
  ["oge_n2", "people"],
  ["oge_mark_sum", "points"],
  ["oge_primary_sum", "points"],
  ["ege_participants", "people"],
  ["ege_score_sum", "points"],
  ["ege_scored", "people"],
  ["ege_below", "people"],
  ["ege_high", "people"],
  ["ege_hundred", "people"],
  ["oge_yearly_lower", "people"],
  ["oge_yearly_same", "people"],
  ["oge_yearly_higher", "people"],
  ["exam_profile_pupils", "people"],
  ["exam_profile_chose", "people"],
];

/** Registers of graduates, certificates and medals. */
const registers: readonly Row[] = [
  ["graduates_9", "people"],
  ["graduates_9_no_certificate", "people"],
  ["graduates_9_distinction", "people"],
  ["graduates_9_next_grade", "people"],
  ["graduates_11", "people"],
  ["graduates_11_no_certificate", "people"],
  ["medals_first", "people"],
  ["medals_second", "people"],
  ["medals_confirmed", "people"],
];

/** The registry of schools and classes. */
const registry: readonly Row[] = [
  ["registry_classes", "classes"],
  ["registry_pupils", "people"],
];

/** The yearly cycle of quality assessment (циклограмма ВСОКО): its lines but those left out, and what became of them. */
const cycle: readonly Row[] = [
  ["cycle_lines", "pieces"],
  ["cycle_lines_done", "pieces"],
  ["cycle_lines_in_time", "pieces"],
];

const rowsOf = (source: FactSource, rows: readonly Row[], bySubject: boolean, byGrade: boolean): Fact[] =>
  rows.map(([code, unit]) => ({
    ...{ code, source, unit, adds: "sum", bySubject, byGrade, group: null, within: null },
  }));

/** Facts that the portal counts from what it keeps. */
export const portalFacts: readonly Fact[] = [
  ...rowsOf("works", works, true, true),
  ...rowsOf("exams", exams, true, false),
  ...rowsOf("examRegister", registers, false, false),
  ...rowsOf("registry", registry, false, true),
  ...rowsOf("cycle", cycle, false, false),
];
