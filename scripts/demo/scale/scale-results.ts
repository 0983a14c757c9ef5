import type { WriteTx } from "#lib/platform/access/as-viewer.ts";
import { pointsOf } from "../answers.ts";
import type { DemoSchool } from "../region.ts";
import { resultsOf } from "../results.ts";
import type { DemoWork } from "../works.ts";

/** A school of the database together with what its pupils are made from. */
export interface StoredSchool {
  id: number;
  school: DemoSchool;
}

/**
 * Writes the results of schools in one work in bulk, in the shape in which an import leaves them. Answers the number of rows.
 * The summaries are the caller's to refresh.
 */
export async function putResults(
  tx: WriteTx,
  work: DemoWork & { id: number },
  schools: readonly StoredSchool[],
  importId: number,
): Promise<number> {
  const rows = schools.flatMap(({ id, school }) =>
    resultsOf(work, school).map((row, i) => ({ id, ...row, place: i + 2 })),
  );
  const pick = <T>(read: (row: (typeof rows)[number]) => T) => rows.map(read);
  const ofPresent = <T>(read: (row: (typeof rows)[number]) => T) =>
    rows.map((row) => (row.absent ? null : read(row)));
  await tx.$executeRaw`INSERT INTO participation (school_id, year, school_year, work_id, participant_code, class_label, variant, sex, status, items,
      total_printed, total_items, mark_file, mark_scale, journal, import_id, source_sheet, source_row)
    SELECT school_id, ${work.year}, ${work.schoolYear}, ${work.id}, code, class_label, variant, sex, status, items::smallint[],
      total_printed, total_items, mark, mark, journal, ${importId}, 'Ф1 Индивидуальные результаты', source_row
    FROM unnest(${pick((r) => r.id)}::int[], ${pick((r) => r.code)}::text[], ${pick((r) => r.classLabel)}::text[],
      ${pick((r) => (r.absent ? "" : r.variants[0]))}::text[], ${pick((r) => r.sex)}::text[], ${pick((r) => (r.absent ? "absent" : "present"))}::text[],
      ${pick((r) => `{${r.items.join(",")}}`)}::text[], ${ofPresent((r) => r.printedTotal)}::smallint[], ${pick((r) => pointsOf(r.items))}::smallint[],
      ${ofPresent((r) => r.printedMark)}::smallint[], ${pick((r) => r.journal)}::smallint[], ${pick((r) => r.place)}::int[])
      AS t(school_id, code, class_label, variant, sex, status, items, total_printed, total_items, mark, journal, source_row)`;
  return rows.length;
}

/** Says that the schools' results stand and which import brought them, as applying one does. */
export async function putResultSets(
  tx: WriteTx,
  work: DemoWork & { id: number },
  schools: readonly StoredSchool[],
  file: { id: number; name: string; sha256: string; personId: number; role: string },
  now: Date,
): Promise<void> {
  await tx.resultSet.createMany({
    data: schools.map(({ id }) => ({
      schoolId: id,
      workId: work.id,
      year: work.year,
      version: 1,
      lastImport: file.id,
      receivedAt: now,
      changedAt: now,
      changedBy: file.personId,
      sourceName: file.name,
      sourceSha256: file.sha256,
      sourceRole: file.role,
    })),
  });
  // With its targets an import of this kind can be undone like any other.
  await tx.$executeRaw`INSERT INTO import_target (import_id, school_id, work_id, base_version, taken, absent, added)
    SELECT ${file.id}, school_id, ${work.id}, 0, count(*) FILTER (WHERE status = 'present'), count(*) FILTER (WHERE status = 'absent'), count(*)
    FROM participation WHERE work_id = ${work.id} AND year = ${work.year} AND school_id = ANY (${schools.map(({ id }) => id)}::int[])
    GROUP BY school_id`;
}
