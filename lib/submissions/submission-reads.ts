import type { ReadTx } from "../platform/access/as-viewer.ts";
import { type Day, schoolYearOf } from "../platform/clock.ts";
import { entryTerms } from "../results/entry-terms.ts";
import { type EntryWindow, entryWindow } from "../results/entry-window.ts";
import { type ClassAccount, classAccounts } from "./class-account.ts";
import { type Problem, problemsOf } from "./problems.ts";
import type { State } from "./rules.ts";

/** The work as far as handing over is concerned. */
export interface HandedWork {
  id: number;
  year: number;
  season: string;
  gradeWriting: number;
}

/** Everything that a decision about a submission needs, read in one transaction. */
export interface SubmissionFacts {
  state: State;
  /** 0 as long as nothing was decided. */
  version: number;
  reason: string;
  submittedBy: number | null;
  submittedAt: Date | null;
  submittedResults: number | null;
  resultsVersion: number | null;
  window: EntryWindow;
  accounts: readonly ClassAccount[];
  problems: readonly Problem[];
  notes: readonly {
    classLabel: string;
    ownerId: number | null;
    explained: number | null;
    explanation: string;
  }[];
  hasBothRoles: boolean;
}

export async function readSubmission(
  tx: ReadTx,
  schoolId: number,
  work: HandedWork,
  today: Day,
): Promise<SubmissionFacts> {
  const key = { schoolId, workId: work.id };
  const stored = await tx.submission.findUnique({ where: { schoolId_workId: key } });
  const set = await tx.resultSet.findUnique({ where: { schoolId_workId: key } });
  const terms = await entryTerms(tx, [key]);
  const notes = await tx.absenceNote.findMany({ where: key });
  const accounts = await readAccounts(tx, schoolId, work);
  const counts = await readCounts(tx, schoolId, work, set?.lastImport ?? 0);
  const explained = new Map(
    notes.flatMap((note) =>
      note.explained === null
        ? []
        : [[note.classLabel, { count: note.explained, text: note.explanation }] as const],
    ),
  );
  return {
    state: (stored?.state ?? "draft") as State,
    version: stored?.version ?? 0,
    reason: stored?.reason ?? "",
    submittedBy: stored?.submittedBy ?? null,
    submittedAt: stored?.submittedAt ?? null,
    submittedResults: stored?.resultsVersion ?? null,
    resultsVersion: set?.version ?? null,
    window: entryWindow(terms.get(`${schoolId}:${work.id}`) ?? [], today),
    accounts,
    problems: set === null ? [] : problemsOf({ accounts, explained, ...counts }),
    notes,
    hasBothRoles: await hasBothRoles(tx, schoolId),
  };
}

/** Classes of the grade that writes, with their size by the school's list, and what the results say of each. */
export async function readAccounts(tx: ReadTx, schoolId: number, work: HandedWork): Promise<ClassAccount[]> {
  const year = schoolYearOf(work.year, work.season === "autumn" ? "autumn" : "spring");
  const list = await tx.$queryRaw<{ label: string; pupils: number | null }[]>`
    SELECT label, pupils FROM school_class WHERE school_id = ${schoolId} AND year = ${year} AND grade = ${work.gradeWriting}
    ORDER BY label COLLATE natural_order`;
  const results = await tx.$queryRaw<{ label: string; present: number; absent: number }[]>`
    SELECT class_label AS label, participants AS present, absent FROM summary
    WHERE school_id = ${schoolId} AND year = ${work.year} AND work_id = ${work.id} AND class_label <> '*'
    ORDER BY class_label COLLATE natural_order`;
  return classAccounts(list, results);
}

async function readCounts(tx: ReadTx, schoolId: number, work: HandedWork, lastImport: number) {
  const [counts] = await tx.$queryRaw<
    { rejected_cells: number; held_rows: number; totals_differ: number; marks_differ: number }[]
  >`SELECT
      coalesce((SELECT sum(n) FROM summary s, unnest(s.task_rejected) AS n
        WHERE s.school_id = ${schoolId} AND s.year = ${work.year} AND s.work_id = ${work.id} AND s.class_label = '*'), 0)::int AS rejected_cells,
      coalesce((SELECT held FROM import_target WHERE import_id = ${lastImport} AND school_id = ${schoolId} AND work_id = ${work.id}), 0)::int AS held_rows,
      (SELECT count(*) FROM participation p WHERE p.school_id = ${schoolId} AND p.year = ${work.year} AND p.work_id = ${work.id}
        AND p.status = 'present' AND p.total_printed <> p.total_items)::int AS totals_differ,
      (SELECT count(*) FROM participation p WHERE p.school_id = ${schoolId} AND p.year = ${work.year} AND p.work_id = ${work.id}
        AND p.status = 'present' AND p.mark_file <> p.mark_scale)::int AS marks_differ`;
  return {
    rejectedCells: counts?.rejected_cells ?? 0,
    heldRows: counts?.held_rows ?? 0,
    totalsDiffer: counts?.totals_differ ?? 0,
    marksDiffer: counts?.marks_differ ?? 0,
    checkErrors: 0,
    checkWarnings: 0,
  };
}

/** True when the school has a head and a deputy whose accounts are on; the two are then two people. */
async function hasBothRoles(tx: ReadTx, schoolId: number): Promise<boolean> {
  const people = await tx.person.findMany({
    where: { schoolId, disabledAt: null, role: { in: ["head", "deputy"] } },
    select: { role: true },
  });
  return new Set(people.map(({ role }) => role)).size === 2;
}
