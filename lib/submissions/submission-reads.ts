import { checksPending, openErrors, openWarnings } from "../checks/queries.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import { env } from "../platform/env.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { entryTerms } from "../results/entry-terms.ts";
import { type EntryWindow, entryWindow } from "../results/entry-window.ts";
import { type HandedWork, readAccounts } from "./account-reads.ts";
import type { ClassAccount } from "./class-account.ts";
import { type Problem, problemsOf } from "./problems.ts";
import type { State } from "./rules.ts";

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
  now: Date,
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
    window: entryWindow(terms.get(`${schoolId}:${work.id}`) ?? [], dayOf(now, env.TIME_ZONE)),
    accounts,
    problems:
      set === null
        ? []
        : problemsOf({ accounts, explained, ...counts, ...(await readChecks(tx, key, set.changedAt, now)) }),
    notes,
    hasBothRoles: await hasBothRoles(tx, schoolId),
  };
}

async function readCounts(tx: ReadTx, schoolId: number, work: HandedWork, lastImport: number) {
  const [counts] = await tx.$queryRaw<{ rejected_cells: number; held_rows: number }[]>`SELECT
      coalesce((SELECT sum(n) FROM summary s, unnest(s.task_rejected) AS n
        WHERE s.school_id = ${schoolId} AND s.year = ${work.year} AND s.work_id = ${work.id} AND s.class_label = '*'), 0)::int AS rejected_cells,
      coalesce((SELECT held FROM import_target WHERE import_id = ${lastImport} AND school_id = ${schoolId} AND work_id = ${work.id}), 0)::int AS held_rows`;
  return { rejectedCells: counts?.rejected_cells ?? 0, heldRows: counts?.held_rows ?? 0 };
}

/** How long a check that has not run is waited for; one that never ran on old results holds nobody up. */
const checkingMilliseconds = 10 * 60_000;

/** What the check rules say of these results, and whether they have seen them. */
async function readChecks(
  tx: ReadTx,
  { schoolId, workId }: { schoolId: number; workId: number },
  changedAt: Date,
  now: Date,
) {
  const fresh = now.getTime() - changedAt.getTime() < checkingMilliseconds;
  return {
    checkErrors: await openErrors(tx, schoolId, workId),
    checkWarnings: await openWarnings(tx, schoolId, workId),
    checksPending: fresh && (await checksPending(tx, schoolId, workId)),
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
