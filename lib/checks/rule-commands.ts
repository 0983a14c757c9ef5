import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { type Day, dayToDate } from "../platform/clock.ts";
import { env } from "../platform/env.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { type RuleContent, readContent } from "./content.ts";
import { newestVersion } from "./rule-reads.ts";
import { targetsOfRule } from "./run-commands.ts";
import type { AdoptInput, DraftInput, SwitchOffInput } from "./schema.ts";

/** The office for which a viewer makes rules: a region, or one municipality of it. Who belongs to none makes no rules. */
export function officeOf(viewer: Viewer): { regionId: number; municipalityId: number | null } {
  permit(viewer, "checks.rule");
  if (viewer.regionId === null) throw new RefusedError("forbidden");
  return { regionId: viewer.regionId, municipalityId: viewer.municipalityId };
}

/** Keeps a rule that is being written. Nothing is checked by it yet. Answers the code under which it stands. */
export async function saveDraft(viewer: Viewer, input: DraftInput, now: Date): Promise<{ code: string }> {
  const { regionId, municipalityId } = officeOf(viewer);
  return await translated(
    inTransaction(viewer, async (tx) => {
      const base = input.code === "" ? null : await newestVersion(tx, regionId, input.code);
      if (base !== null && base.municipalityId !== municipalityId)
        throw new RefusedError("forbidden", "checks.refused.notYours");
      const draft = input.code === "" ? null : await draftOf(tx, regionId, input.code);
      if (input.code !== "" && base === null && draft === null) throw new RefusedError("notFound");
      if ((base?.version ?? 0) !== input.basedOn || (draft?.version ?? 0) !== input.draftVersion)
        throw new RefusedError("conflict", "checks.refused.changedMeanwhile");
      const content = contentOf(input, base?.content ?? null);
      const changed = { content: { ...content } as object, changedAt: now, changedBy: viewer.personId ?? 0 };
      if (draft) {
        await tx.checkRuleDraft.update({
          where: { id: draft.id },
          data: { ...changed, basedOn: input.basedOn, version: { increment: 1 } },
        });
        return { code: input.code };
      }
      const waiting = input.code || `new-${viewer.personId}-${now.getTime()}`;
      const { id } = await tx.checkRuleDraft.create({
        data: { regionId, municipalityId, code: waiting, basedOn: input.basedOn, ...changed },
      });
      if (input.code) return { code: input.code };
      const code = `own-${id}`;
      await tx.checkRuleDraft.update({ where: { id }, data: { code } });
      return { code };
    }),
  );
}

/** An official rule whose limits or words were changed is the office's own: its citation no longer proves it. */
function contentOf(input: DraftInput, base: RuleContent | null): RuleContent {
  const { title, text, kind, parameters, severity, priority, workKinds, subjects, grades } = input;
  if (base !== null && base.kind !== kind) throw new RefusedError("invalid", "checks.refused.otherKind");
  const same =
    base !== null && Object.entries(parameters).every(([name, value]) => base.parameters[name] === value);
  const source =
    base !== null && same
      ? { origin: base.origin, citation: base.citation }
      : { origin: "office" as const, citation: "" };
  return { title, text, kind, parameters, severity, priority, workKinds, subjects, grades, ...source };
}

export async function dropDraft(viewer: Viewer, { code }: { code: string }): Promise<void> {
  const { regionId } = officeOf(viewer);
  await inTransaction(viewer, async (tx) => {
    const draft = found(await draftOf(tx, regionId, code));
    await tx.checkRuleDraft.delete({ where: { id: draft.id } });
  });
}

/** Makes the draft the next version of its rule from a day on, and sets the checks of the results that it is about in motion. */
export async function adoptDraft(
  viewer: Viewer,
  input: AdoptInput,
  now: Date,
): Promise<{ code: string; version: number }> {
  const { regionId, municipalityId } = officeOf(viewer);
  return await translated(
    inTransaction(viewer, async (tx) => {
      const draft = found(await draftOf(tx, regionId, input.code));
      if (draft.municipalityId !== municipalityId)
        throw new RefusedError("forbidden", "checks.refused.notYours");
      const base = await newestVersion(tx, regionId, input.code);
      if (draft.version !== input.draftVersion || draft.basedOn !== (base?.version ?? 0))
        throw new RefusedError("conflict", "checks.refused.changedMeanwhile");
      const content = readContent(draft.content);
      const version = await adopt(tx, viewer, { ...input, content, off: false, after: base }, now);
      await tx.checkRuleDraft.delete({ where: { id: draft.id } });
      return { code: input.code, version };
    }),
  );
}

/** Adopts a version of the rule that says: no longer. What was found by it is marked as no longer found. */
export async function switchOff(
  viewer: Viewer,
  input: SwitchOffInput,
  now: Date,
): Promise<{ code: string; version: number }> {
  const { regionId, municipalityId } = officeOf(viewer);
  return await translated(
    inTransaction(viewer, async (tx) => {
      const base = found(await newestVersion(tx, regionId, input.code));
      if (base.municipalityId !== municipalityId)
        throw new RefusedError("forbidden", "checks.refused.notYours");
      if (base.version !== input.basedOn || base.off)
        throw new RefusedError("conflict", "checks.refused.changedMeanwhile");
      const version = await adopt(
        tx,
        viewer,
        { ...input, content: base.content, off: true, after: base },
        now,
      );
      return { code: input.code, version };
    }),
  );
}

async function adopt(
  tx: WriteTx,
  viewer: Viewer,
  next: {
    code: string;
    content: RuleContent;
    off: boolean;
    effectiveOn: Day;
    reason: string;
    after: { version: number; effectiveOn: string | null } | null;
  },
  now: Date,
): Promise<number> {
  const { regionId, municipalityId } = officeOf(viewer);
  const { code, content, off, effectiveOn, reason, after } = next;
  const today = dayOf(now, env.TIME_ZONE);
  // A day in the past would judge by a rule that nobody could have read; an earlier day than the last version's would never be in force.
  if (effectiveOn < today || (after?.effectiveOn ?? effectiveOn) > effectiveOn)
    throw new RefusedError("invalid", "checks.refused.tooEarly");
  const version = (after?.version ?? 0) + 1;
  const newest = await tx.resultSet.aggregate({ _max: { year: true } });
  const worksFrom = newest._max.year ?? Number(effectiveOn.slice(0, 4));
  await tx.checkRuleVersion.create({
    data: {
      ...{ regionId, municipalityId, code, version, off, reason },
      content: { ...content } as object,
      effectiveOn: dayToDate(effectiveOn),
      worksFrom,
      adoptedAt: now,
      adoptedBy: viewer.personId,
    },
  });
  const details = {
    code,
    version,
    off,
    effectiveOn,
    worksFrom,
    reason,
    kind: content.kind,
    parameters: content.parameters,
  };
  await record(
    tx,
    viewer,
    {
      action: "checks.adoptRule",
      subject: `checkRule:${regionId}:${code}:${version}`,
      municipalityId,
      details,
    },
    now,
  );
  if (effectiveOn === today) {
    const targets = await targetsOfRule(tx, { regionId, municipalityId, worksFrom });
    if (targets.length > 0) await enqueue(tx, "checks.run", { targets });
  }
  return version;
}

function draftOf(tx: WriteTx, regionId: number, code: string) {
  return tx.checkRuleDraft.findUnique({ where: { regionId_code: { regionId, code } } });
}

/** Two people at the same moment: the unique keys let one of them through. */
async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "checks.refused.changedMeanwhile");
    throw error;
  }
}
