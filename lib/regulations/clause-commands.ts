import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { keepKeys, newKey, type UnkeyedClause } from "./clause-keys.ts";
import { moveClause } from "./clause-order.ts";
import { clausesOf, recordRegulation, takeDraft, usedKeys, writeClauses } from "./draft-writes.ts";
import { MOST_CLAUSES } from "./limits.ts";
import type { AddClauseInput, Clause, ClauseStepInput, EditClauseInput } from "./schema.ts";

/** Adds a clause to a draft, behind another one or at the beginning. */
export async function addClause(
  viewer: Viewer,
  input: AddClauseInput,
  now: Date,
): Promise<{ clauseKey: string }> {
  permit(viewer, "regulations.edit");
  return inTransaction(viewer, async (tx) => {
    const draft = await takeDraft(tx, viewer, input);
    const clauses = await clausesOf(tx, draft.id);
    if (clauses.length >= MOST_CLAUSES)
      throw new RefusedError("invalid", "regulations.docx.tooManyClauses", { limit: MOST_CLAUSES });
    const behind = clauses.findIndex(({ key }) => key === input.after);
    if (input.after !== "" && behind === -1) throw new RefusedError("notFound");
    const { number, heading, body, depth } = input;
    const key = newKey(number, await usedKeys(tx, draft.regulationId));
    await writeClauses(tx, draft.id, clauses.toSpliced(behind + 1, 0, { key, number, heading, body, depth }));
    await recordRegulation(
      tx,
      viewer,
      "addClause",
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, clause: key },
      now,
    );
    return { clauseKey: key };
  });
}

/** What a change of a clause came to: written, or stopped because the draft is newer than the form; then with the clause as it stands. */
export type EditedClause = { done: true } | { done: false; theirs: Clause | null; version: number };

/**
 * Changes a clause of a draft; its key stays, so everything linked to it stays linked. A form that is behind the draft changes nothing and
 * gets what stands there now, with the version to write over it knowingly; null when the clause has been taken out.
 */
export function editClause(viewer: Viewer, input: EditClauseInput, now: Date): Promise<EditedClause> {
  permit(viewer, "regulations.edit");
  return inTransaction(viewer, async (tx) => {
    const stands = await tx.regulationEdition.findUnique({
      where: { id: input.editionId },
      select: { version: true, status: true },
    });
    const stale = stands?.status === "draft" && stands.version !== input.version;
    // Taken on the version that stands: who may not write is refused before anything of the text is told.
    const draft = await takeDraft(tx, viewer, stale ? { ...input, version: stands.version } : input, !stale);
    if (stale) {
      const clauses = await clausesOf(tx, draft.id);
      const theirs = clauses.find(({ key }) => key === input.clauseKey) ?? null;
      return { done: false, theirs, version: stands.version };
    }
    const { clauseKey, number, heading, body, depth } = input;
    const { count } = await tx.regulationClause.updateMany({
      where: { editionId: draft.id, clauseKey },
      data: { number, heading, body, depth },
    });
    if (count !== 1) throw new RefusedError("notFound");
    await recordRegulation(
      tx,
      viewer,
      "editClause",
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, clause: clauseKey },
      now,
    );
    return { done: true };
  });
}

/** Moves a clause past its neighbour, or removes it from the draft. */
export async function stepClause(viewer: Viewer, input: ClauseStepInput, now: Date): Promise<void> {
  permit(viewer, "regulations.edit");
  await inTransaction(viewer, async (tx) => {
    const draft = await takeDraft(tx, viewer, input);
    const clauses = await clausesOf(tx, draft.id);
    const { clauseKey, step } = input;
    found(clauses.find(({ key }) => key === clauseKey));
    const after =
      step === "remove"
        ? clauses.filter(({ key }) => key !== clauseKey)
        : moveClause(clauses, clauseKey, step);
    await writeClauses(tx, draft.id, after);
    await recordRegulation(
      tx,
      viewer,
      `${step}Clause`,
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, clause: clauseKey },
      now,
    );
  });
}

/**
 * Makes a text the text of a draft. A clause may bring its key; the others take over the keys of the same clauses in the
 * edition before, or get new ones.
 */
export async function replaceText(viewer: Viewer, input: ReplaceTextInput, now: Date): Promise<void> {
  permit(viewer, "regulations.edit");
  await inTransaction(viewer, async (tx) => {
    const draft = await takeDraft(tx, viewer, input);
    if (input.clauses.length > MOST_CLAUSES)
      throw new RefusedError("invalid", "regulations.docx.tooManyClauses", { limit: MOST_CLAUSES });
    const clauses = await keyed(tx, draft.regulationId, input.clauses);
    await writeClauses(tx, draft.id, clauses);
    await recordRegulation(
      tx,
      viewer,
      "replaceText",
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, clauses: clauses.length },
      now,
    );
  });
}

export interface ReplaceTextInput {
  editionId: number;
  version: number;
  clauses: readonly (UnkeyedClause & { key?: string })[];
}

/** Keys for a new text of a regulation, from the newest adopted edition where the clause is the same. */
export async function keyed(
  tx: WriteTx,
  regulationId: number,
  clauses: ReplaceTextInput["clauses"],
): Promise<Clause[]> {
  const before = await tx.regulationEdition.findFirst({
    where: { regulationId, status: "adopted" },
    orderBy: { effectiveFrom: "desc" },
  });
  const old = before ? await clausesOf(tx, before.id) : [];
  const brought = new Set(clauses.flatMap(({ key }) => key ?? []));
  const open = clauses.filter(({ key }) => key === undefined);
  const taken = new Set([...(await usedKeys(tx, regulationId)), ...brought]);
  const kept = keepKeys(
    open,
    old.filter(({ key }) => !brought.has(key)),
    taken,
  );
  return clauses.map((clause) => {
    const { key, number, heading, body, depth } = clause;
    return { key: key ?? kept[open.indexOf(clause)]!.key, number, heading, body, depth };
  });
}
