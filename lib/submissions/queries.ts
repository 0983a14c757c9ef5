import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit, type Role } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Day } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import type { WindowState } from "../results/entry-window.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import { absenceTasks, type ClassAccount } from "./class-account.ts";
import type { Problem } from "./problems.ts";
import { type State, type Verb, verbsFor } from "./rules.ts";
import { readSubmission } from "./submission-reads.ts";

/** A decision that was made, as the trace tells it. */
export interface SubmissionStep {
  id: number;
  at: string;
  /** Null when the viewer may not see that person. */
  actor: string | null;
  actorRole: string;
  verb: Verb;
  to: State;
  reason: string;
  /** Confirmed warnings by key, with the reason of each. */
  confirmed: Record<string, string>;
}

/** Pupils of a class without results: a task with an owner. */
export interface AbsenceView {
  label: string;
  unaccounted: number;
  ownerId: number | null;
  /** The named owner, else those who bring the school's results. */
  owner: string | null;
  /** What was said about exactly this many pupils; null when the question is open. */
  explanation: string | null;
}

export interface SubmissionView {
  school: { id: number; name: string; municipality: string };
  work: NamedWork;
  state: State;
  version: number;
  reason: string;
  hasResults: boolean;
  window: { state: WindowState; dueOn: Day | null; closesOn: Day | null; exceptionUntil: Day | null };
  accounts: readonly ClassAccount[];
  absences: readonly AbsenceView[];
  problems: readonly Problem[];
  /** What this viewer may do now. */
  verbs: readonly Verb[];
  /** True when the viewer would have to approve the own submission, which needs a second person. */
  needsSecondPerson: boolean;
  /** Head, deputies and teachers of the school, for giving a task to. */
  people: readonly { id: number; name: string; role: string }[];
  steps: readonly SubmissionStep[];
}

/** One school's results for one work on their way; a school or work out of scope is not found. */
export function getSubmission(
  viewer: Viewer,
  workId: number,
  schoolId: number,
  now: Date,
): Promise<SubmissionView> {
  permit(viewer, "submissions.read");
  return asViewer(viewer, async (tx) => {
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, include: { municipality: true } }),
    );
    const handed = found(await tx.work.findUnique({ where: { id: workId } }));
    const work = found((await namedWorks(tx, [workId])).get(workId));
    const facts = await readSubmission(tx, schoolId, handed, now);
    const people = await tx.person.findMany({
      where: { schoolId, disabledAt: null, role: { in: ["head", "deputy", "teacher"] } },
      select: { id: true, name: true, role: true },
      orderBy: [{ role: "asc" }, { name: "asc" }],
    });
    const { term, state } = facts.window;
    const verbs = viewer.role === "system" ? [] : verbsFor(viewer.role as Role, facts.state);
    const own = facts.hasBothRoles && facts.submittedBy === viewer.personId;
    return {
      school: { id: schoolId, name: school.name, municipality: school.municipality.name },
      work,
      ...{ state: facts.state, version: facts.version, reason: facts.reason, accounts: facts.accounts },
      hasResults: facts.resultsVersion !== null,
      window: {
        state,
        dueOn: term?.dueOn ?? null,
        closesOn: term?.closesOn ?? null,
        exceptionUntil: term?.exceptionUntil ?? null,
      },
      problems: facts.problems,
      absences: facts.resultsVersion === null ? [] : absencesOf(facts, people),
      verbs: verbs.filter((verb) => !(own && verb === "approve")),
      needsSecondPerson: own && verbs.includes("approve"),
      people,
      steps: await stepsOf(tx, schoolId, workId),
    };
  });
}

function absencesOf(
  { accounts, notes }: Awaited<ReturnType<typeof readSubmission>>,
  people: SubmissionView["people"],
): AbsenceView[] {
  const deputies = people.filter(({ role }) => role === "deputy");
  return absenceTasks(accounts).map(({ label, unaccounted }) => {
    const note = notes.find(({ classLabel }) => classLabel === label);
    const named = people.find(({ id }) => id === note?.ownerId)?.name;
    return {
      label,
      unaccounted,
      ownerId: note?.ownerId ?? null,
      owner: named ?? (deputies.map(({ name }) => name).join(", ") || null),
      explanation: note?.explained === unaccounted ? note.explanation : null,
    };
  });
}

async function stepsOf(tx: ReadTx, schoolId: number, workId: number): Promise<SubmissionStep[]> {
  const events = await tx.submissionEvent.findMany({
    where: { schoolId, workId },
    orderBy: { id: "desc" },
    take: 200,
  });
  const actors = await tx.person.findMany({
    where: { id: { in: [...new Set(events.flatMap(({ actorId }) => actorId ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map<number | null, string>(actors.map(({ id, name }) => [id, name]));
  return events.map((event) => ({
    id: event.id,
    at: event.at.toISOString(),
    actor: names.get(event.actorId) ?? null,
    actorRole: event.actorRole,
    verb: event.verb as Verb,
    to: event.toState as State,
    reason: event.reason,
    confirmed: event.confirmed as Record<string, string>,
  }));
}

/** A submission that waits for the viewer's decision. */
export interface WaitingSubmission {
  schoolId: number;
  school: string;
  work: NamedWork;
  version: number;
  state: State;
  /** When it came to this state. */
  changedAt: string;
  participants: number;
  confirmedWarnings: number;
}

/** What waits for this person: a head approves, an office accepts. By school in natural order, then by work. */
export function listWaiting(viewer: Viewer): Promise<WaitingSubmission[]> {
  permit(viewer, "submissions.read");
  return asViewer(viewer, (tx) => readWaiting(tx, viewer.schoolId === null ? "approved" : "submitted"));
}

async function readWaiting(tx: ReadTx, state: State): Promise<WaitingSubmission[]> {
  const rows = await tx.$queryRaw<
    {
      school_id: number;
      school: string;
      work_id: number;
      version: number;
      changed_at: Date;
      participants: number;
      confirmed: number;
    }[]
  >`SELECT b.school_id, s.name AS school, b.work_id, b.version, b.changed_at, coalesce(m.participants, 0)::int AS participants,
      coalesce((SELECT (SELECT count(*) FROM jsonb_object_keys(e.confirmed)) FROM submission_event e
        WHERE e.school_id = b.school_id AND e.work_id = b.work_id AND e.verb = 'submit' ORDER BY e.id DESC LIMIT 1), 0)::int AS confirmed
    FROM submission b JOIN school s ON s.id = b.school_id JOIN work w ON w.id = b.work_id
    LEFT JOIN summary m ON m.school_id = b.school_id AND m.year = w.year AND m.work_id = b.work_id AND m.class_label = '*'
    WHERE b.state = ${state} ORDER BY s.name COLLATE natural_order, s.id, w.grade_writing, w.subject LIMIT 500`;
  const works = await namedWorks(
    tx,
    rows.map((row) => row.work_id),
  );
  return rows.flatMap((row) => {
    const work = works.get(row.work_id);
    if (!work) return [];
    return [
      {
        ...{ schoolId: row.school_id, school: row.school, work, version: row.version, state },
        ...{ changedAt: row.changed_at.toISOString(), participants: row.participants },
        confirmedWarnings: row.confirmed,
      },
    ];
  });
}
