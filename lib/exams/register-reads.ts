import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { ExamUnit } from "./units.ts";

/** Counts entered by hand, as one school has them or as an area adds them up. Null: nobody has entered it. */
export interface RegisterSums {
  grade: 9 | 11;
  /** Schools that entered anything. */
  schools: number;
  graduates: number | null;
  noAttestat: number | null;
  distinction: number | null;
  nextGrade: number | null;
  medalsFirst: number | null;
  medalsSecond: number | null;
  medalsConfirmed: number | null;
  version: number;
}

/** Registers of a unit in a year; of a municipality and region the sums over the schools that have entered them. */
export function registerSums(tx: ReadTx, unit: ExamUnit, year: number): Promise<RegisterSums[]> {
  return tx.$queryRaw`
    SELECT r.grade::int AS grade, count(*)::int AS schools, sum(graduates)::int AS graduates, sum(no_attestat)::int AS "noAttestat", sum(distinction)::int AS distinction,
      sum(next_grade)::int AS "nextGrade", sum(medals_first)::int AS "medalsFirst", sum(medals_second)::int AS "medalsSecond", sum(medals_confirmed)::int AS "medalsConfirmed",
      max(r.version)::int AS version
    FROM exam_register r JOIN school s ON s.id = r.school_id JOIN municipality m ON m.id = s.municipality_id
    WHERE r.year = ${year}
      AND CASE ${unit.kind} WHEN 'school' THEN s.id = ${unit.id} WHEN 'municipality' THEN m.id = ${unit.id} ELSE m.region_id = ${unit.id} END
    GROUP BY r.grade ORDER BY r.grade`;
}

export interface SubjectRegisterSums {
  examId: number;
  schools: number;
  yearlyLower: number | null;
  yearlySame: number | null;
  yearlyHigher: number | null;
  profilePupils: number | null;
  profileChose: number | null;
  version: number;
}

/** Registers of a unit by subject; `examId` null = all of them. */
export function listSubjectRegisters(
  tx: ReadTx,
  unit: ExamUnit,
  examId: number | null,
): Promise<SubjectRegisterSums[]> {
  return tx.$queryRaw`
    SELECT r.exam_id AS "examId", count(*)::int AS schools, sum(yearly_lower)::int AS "yearlyLower", sum(yearly_same)::int AS "yearlySame", sum(yearly_higher)::int AS "yearlyHigher",
      sum(profile_pupils)::int AS "profilePupils", sum(profile_chose)::int AS "profileChose", max(r.version)::int AS version
    FROM exam_subject_register r JOIN school s ON s.id = r.school_id JOIN municipality m ON m.id = s.municipality_id
    WHERE (${examId}::int IS NULL OR r.exam_id = ${examId}::int)
      AND CASE ${unit.kind} WHEN 'school' THEN s.id = ${unit.id} WHEN 'municipality' THEN m.id = ${unit.id} ELSE m.region_id = ${unit.id} END
    GROUP BY r.exam_id ORDER BY r.exam_id`;
}

/** The register of one examination; null when no school has entered it. */
export async function subjectRegisterSums(
  tx: ReadTx,
  unit: ExamUnit,
  examId: number,
): Promise<SubjectRegisterSums | null> {
  return (await listSubjectRegisters(tx, unit, examId))[0] ?? null;
}
