import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import type { RegisterInput, ScaleInput, SubjectRegisterInput } from "./schema.ts";
import { refreshExamSummaries } from "./summary-writes.ts";

/** Stores what a school enters by hand for a year: graduates, certificates, medals. The version tells whether somebody else was faster. */
export async function enterRegister(viewer: Viewer, input: RegisterInput, now: Date): Promise<void> {
  permit(viewer, "exams.register");
  const { schoolId, year, grade, version, ...counts } = input;
  const { graduates, noAttestat, distinction, nextGrade, medalsFirst, medalsSecond, medalsConfirmed } =
    counts;
  for (const part of [noAttestat, distinction, nextGrade])
    if (part !== null && graduates !== null && part > graduates)
      throw new RefusedError("invalid", "exams.refused.moreThanGraduates");
  if ((medalsConfirmed ?? 0) > (medalsFirst ?? 0) + (medalsSecond ?? 0))
    throw new RefusedError("invalid", "exams.refused.moreThanMedals");
  await inTransaction(viewer, async (tx) => {
    const school = await schoolOf(tx, schoolId);
    const written = await tx.$executeRaw`
      INSERT INTO exam_register (school_id, year, grade, graduates, no_attestat, distinction, next_grade, medals_first, medals_second, medals_confirmed, version, changed_at, changed_by)
      VALUES (${schoolId}, ${year}, ${grade}, ${graduates}::int, ${noAttestat}::int, ${distinction}::int, ${nextGrade}::int, ${medalsFirst}::int, ${medalsSecond}::int, ${medalsConfirmed}::int, ${version + 1}, ${now}, ${viewer.personId ?? 0})
      ON CONFLICT (school_id, year, grade) DO UPDATE SET graduates = EXCLUDED.graduates, no_attestat = EXCLUDED.no_attestat, distinction = EXCLUDED.distinction,
        next_grade = EXCLUDED.next_grade, medals_first = EXCLUDED.medals_first, medals_second = EXCLUDED.medals_second, medals_confirmed = EXCLUDED.medals_confirmed,
        version = EXCLUDED.version, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
      WHERE exam_register.version = ${version}`;
    if (written !== 1) throw new RefusedError("conflict", "exams.refused.registerChanged");
    await record(
      tx,
      viewer,
      {
        action: "exams.enterRegister",
        subject: `school:${schoolId}`,
        municipalityId: school.municipalityId,
        schoolId,
        details: { year, grade, ...counts },
      },
      now,
    );
  });
}

/** Stores what a school enters by hand for a subject: the mark against the yearly one, choice against profile. */
export async function enterSubjectRegister(
  viewer: Viewer,
  input: SubjectRegisterInput,
  now: Date,
): Promise<void> {
  permit(viewer, "exams.register");
  const { schoolId, examId, version, ...counts } = input;
  const { yearlyLower, yearlySame, yearlyHigher, profilePupils, profileChose } = counts;
  if (profileChose !== null && profilePupils !== null && profileChose > profilePupils)
    throw new RefusedError("invalid", "exams.refused.moreThanProfile");
  await inTransaction(viewer, async (tx) => {
    const school = await schoolOf(tx, schoolId);
    const exam = found(await tx.exam.findUnique({ where: { id: examId }, select: { year: true } }));
    const written = await tx.$executeRaw`
      INSERT INTO exam_subject_register (school_id, year, exam_id, yearly_lower, yearly_same, yearly_higher, profile_pupils, profile_chose, version, changed_at, changed_by)
      VALUES (${schoolId}, ${exam.year}, ${examId}, ${yearlyLower}::int, ${yearlySame}::int, ${yearlyHigher}::int, ${profilePupils}::int, ${profileChose}::int, ${version + 1}, ${now}, ${viewer.personId ?? 0})
      ON CONFLICT (school_id, year, exam_id) DO UPDATE SET yearly_lower = EXCLUDED.yearly_lower, yearly_same = EXCLUDED.yearly_same, yearly_higher = EXCLUDED.yearly_higher,
        profile_pupils = EXCLUDED.profile_pupils, profile_chose = EXCLUDED.profile_chose, version = EXCLUDED.version, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
      WHERE exam_subject_register.version = ${version}`;
    if (written !== 1) throw new RefusedError("conflict", "exams.refused.registerChanged");
    await record(
      tx,
      viewer,
      {
        action: "exams.enterSubjectRegister",
        subject: `exam:${examId}`,
        municipalityId: school.municipalityId,
        schoolId,
        details: { ...counts },
      },
      now,
    );
  });
}

/**
 * Adopts a region's own scale of marks as a new edition; results by the scale of rows that are there already are not touched until their
 * protocol is brought again, groups of results follow at once.
 */
export async function adoptScale(viewer: Viewer, input: ScaleInput, now: Date): Promise<void> {
  permit(viewer, "exams.scale");
  const { examId, edition, maxPrimary, min3, min4, min5, source } = input;
  if (!(min3 < min4 && min4 < min5 && min5 <= maxPrimary))
    throw new RefusedError("invalid", "exams.refused.bordersOutOfOrder");
  const { regionId } = viewer;
  if (regionId === null) throw new RefusedError("forbidden");
  await inTransaction(viewer, async (tx) => {
    found(await tx.exam.findUnique({ where: { id: examId }, select: { id: true } }));
    const [newest] = await tx.$queryRaw<{ edition: number; rule: object }[]>`
      SELECT coalesce(max(edition) FILTER (WHERE region_id = ${regionId}), 0)::int AS edition,
        coalesce((SELECT rule FROM exam_scale WHERE exam_id = ${examId} ORDER BY region_id NULLS LAST, edition DESC LIMIT 1), '{}') AS rule
      FROM exam_scale WHERE exam_id = ${examId}`;
    if ((newest?.edition ?? 0) !== edition) throw new RefusedError("conflict", "exams.refused.scaleChanged");
    await tx.$executeRaw`
      INSERT INTO exam_scale (exam_id, region_id, edition, max_primary, min3, min4, min5, rule, source, adopted_at, adopted_by)
      VALUES (${examId}, ${regionId}, ${edition + 1}, ${maxPrimary}, ${min3}, ${min4}, ${min5}, ${JSON.stringify(newest?.rule ?? {})}::jsonb, ${source}, ${now}, ${viewer.personId}::int)`;
    const schools = await tx.$queryRaw<{ id: number }[]>`
      SELECT DISTINCT school_id AS id FROM exam_result_set WHERE exam_id = ${examId} ORDER BY 1`;
    if (schools.length > 0)
      await refreshExamSummaries(
        tx,
        examId,
        schools.map(({ id }) => id),
        now,
      );
    await record(
      tx,
      viewer,
      {
        action: "exams.adoptScale",
        subject: `exam:${examId}`,
        municipalityId: null,
        details: { edition: edition + 1, maxPrimary, min3, min4, min5, source },
      },
      now,
    );
  });
}

async function schoolOf(tx: WriteTx, schoolId: number): Promise<{ municipalityId: number }> {
  return found(await tx.school.findUnique({ where: { id: schoolId }, select: { municipalityId: true } }));
}
