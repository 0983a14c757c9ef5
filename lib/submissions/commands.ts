import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { type Permission, permit, type Role } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { openProblems, type Problem } from "./problems.ts";
import { decide, isOpen, type State, type Verb } from "./rules.ts";
import type { MoveInput } from "./schema.ts";
import { readSubmission } from "./submission-reads.ts";

const permissionOf: Record<Verb, Permission> = {
  submit: "submissions.submit",
  withdraw: "submissions.submit",
  approve: "submissions.approve",
  sendBack: "submissions.approve",
  accept: "submissions.accept",
  return: "submissions.accept",
  lock: "submissions.accept",
  unlock: "submissions.accept",
};

/**
 * Moves one school's results for one work a step: submitted, approved, accepted, returned, locked, unlocked. Results are
 * locked as soon as they leave the school's hands and opened when they come back, in the same transaction.
 */
export function moveSubmission(viewer: Viewer, input: MoveInput, now: Date): Promise<{ to: State }> {
  permit(viewer, permissionOf[input.verb]);
  return inTransaction(viewer, (tx) => moveInside(tx, viewer, input, now));
}

/** The same inside a transaction of the caller, who has asked for the permission. */
export async function moveInside(
  tx: WriteTx,
  viewer: Viewer,
  input: MoveInput,
  now: Date,
): Promise<{ to: State }> {
  const { schoolId, workId, verb } = input;
  if (viewer.personId === null) throw new RefusedError("notSignedIn");
  const school = found(await tx.school.findUnique({ where: { id: schoolId } }));
  const work = found(await tx.work.findUnique({ where: { id: workId } }));
  // First the results, as an import does: two who wait for each other would wait for ever.
  await tx.$queryRaw`SELECT FROM result_set WHERE school_id = ${schoolId} AND work_id = ${workId} FOR UPDATE`;
  await tx.$executeRaw`INSERT INTO submission (school_id, work_id, state, version, changed_at)
    VALUES (${schoolId}, ${workId}, 'draft', 0, ${now}) ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT FROM submission WHERE school_id = ${schoolId} AND work_id = ${workId} FOR UPDATE`;
  const facts = await readSubmission(tx, schoolId, work, now);
  if (facts.version !== input.version) throw new RefusedError("conflict", "submissions.refused.changed");
  const by = { role: viewer.role as Role, personId: viewer.personId };
  const situation = {
    ...facts,
    ...openProblems(facts.problems, input.confirmed),
    window: facts.window.state,
    hasResults: facts.resultsVersion !== null,
    sameResults: facts.resultsVersion === facts.submittedResults,
  };
  const decision = decide(verb, by, situation, input.reason);
  if (!decision.ok)
    throw new RefusedError(
      decision.refusal === "notYours" ? "forbidden" : "conflict",
      `submissions.refused.${decision.refusal}`,
    );
  const known = new Set(facts.problems.map(({ key }) => key));
  const confirmed =
    verb === "submit"
      ? Object.fromEntries(Object.entries(input.confirmed).filter(([key]) => known.has(key)))
      : {};
  await write(
    tx,
    { ...input, ...by, from: facts.state, to: decision.to, confirmed },
    facts.resultsVersion,
    now,
  );
  await keepExplanations(tx, input, viewer.personId, facts.problems, confirmed, now);
  await record(
    tx,
    viewer,
    {
      action: `submissions.${verb}`,
      subject: `submission:${schoolId}:${workId}`,
      municipalityId: school.municipalityId,
      schoolId,
      details: {
        work: work.code,
        before: facts.state,
        after: decision.to,
        ...(input.reason ? { reason: input.reason } : {}),
        ...(Object.keys(confirmed).length > 0 ? { confirmed } : {}),
        ...(verb === "approve" && facts.submittedBy === viewer.personId ? { samePerson: true } : {}),
      },
    },
    now,
  );
  return { to: decision.to };
}

/** What was said of pupils without results is kept beside their class, so that it is not asked again for the same number. */
async function keepExplanations(
  tx: WriteTx,
  { schoolId, workId }: { schoolId: number; workId: number },
  personId: number,
  problems: readonly Problem[],
  confirmed: Record<string, string>,
  now: Date,
): Promise<void> {
  for (const { key, code, params } of problems) {
    const explanation = confirmed[key];
    if (explanation === undefined || (code !== "unaccounted" && code !== "classWithoutResults")) continue;
    const place = { schoolId, workId, classLabel: String(params.label) };
    const data = { explained: Number(params.count), explanation, changedAt: now, changedBy: personId };
    await tx.absenceNote.upsert({
      where: { schoolId_workId_classLabel: place },
      create: { ...place, ...data },
      update: data,
    });
  }
}

interface Move {
  schoolId: number;
  workId: number;
  verb: Verb;
  reason: string;
  confirmed: Record<string, string>;
  role: Role;
  personId: number;
  from: State;
  to: State;
}

async function write(tx: WriteTx, move: Move, resultsVersion: number | null, now: Date): Promise<void> {
  const { schoolId, workId, verb, to } = move;
  const submits = verb === "submit";
  await tx.$executeRaw`UPDATE submission SET state = ${to}, version = version + 1, changed_at = ${now},
      reason = CASE WHEN ${to} = 'returned' THEN ${move.reason} ELSE '' END,
      results_version = CASE WHEN ${submits} THEN ${resultsVersion}::int ELSE results_version END,
      submitted_by = CASE WHEN ${submits} THEN ${move.personId}::int ELSE submitted_by END,
      submitted_at = CASE WHEN ${submits} THEN ${now}::timestamptz ELSE submitted_at END,
      first_submitted_at = CASE WHEN ${submits} THEN coalesce(first_submitted_at, ${now}::timestamptz) ELSE first_submitted_at END
    WHERE school_id = ${schoolId} AND work_id = ${workId}`;
  await tx.$executeRaw`UPDATE result_set SET locked_at = CASE WHEN ${isOpen(to)} THEN NULL ELSE coalesce(locked_at, ${now}::timestamptz) END
    WHERE school_id = ${schoolId} AND work_id = ${workId}`;
  await tx.submissionEvent.create({
    data: {
      ...{ schoolId, workId, verb, resultsVersion, at: now, fromState: move.from, toState: to },
      ...{ actorId: move.personId, actorRole: move.role, reason: move.reason, confirmed: move.confirmed },
    },
  });
}
