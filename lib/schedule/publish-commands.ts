import { createHash } from "node:crypto";
import { inTransaction, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { env } from "../platform/env.ts";
import { RefusedError } from "../platform/errors.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { draftIssues } from "./draft-issues.ts";
import { differs, type EditionContent, editionOf } from "./edition.ts";
import type { SchoolYear } from "./facts.ts";
import { openSchoolYear } from "./plan-writes.ts";
import type { PublishInput } from "./schema.ts";
import { journal } from "./work-commands.ts";

/** What an edition rests on, as one short text; a person publishes the draft that he or she saw. */
export function editionFingerprint(content: EditionContent): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32);
}

/** The newest edition of a school's year, or null. */
export async function newestEdition(
  tx: ReadTx,
  schoolId: number,
  year: number,
): Promise<{ number: number; content: EditionContent; publishedAt: Date } | null> {
  const row = await tx.scheduleEdition.findFirst({ where: { schoolId, year }, orderBy: { number: "desc" } });
  return (
    row && {
      number: row.number,
      content: row.content as unknown as EditionContent,
      publishedAt: row.publishedAt,
    }
  );
}

/** Publishes the draft as the next edition: everybody reads it at once, feeds follow. It is never rewritten. */
export function publishSchedule(viewer: Viewer, input: PublishInput, now: Date): Promise<{ number: number }> {
  permit(viewer, "schedule.publish");
  return inTransaction(viewer, async (tx) => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    const newest = await newestEdition(tx, input.schoolId, input.year);
    const content = editionOf(facts, newest?.content ?? null);
    if (editionFingerprint(content) !== input.fingerprint || (newest?.number ?? 0) !== input.base)
      throw new RefusedError("conflict", "schedule.refused.draftChanged");
    refuse(facts, content, newest?.content ?? null, input, now);
    const number = (newest?.number ?? 0) + 1;
    await tx.scheduleEdition.create({
      data: {
        ...{
          schoolId: input.schoolId,
          year: input.year,
          number,
          publishedAt: now,
          publishedBy: viewer.personId,
        },
        ...{ reason: input.reason, content: content as object, fingerprint: input.fingerprint },
      },
    });
    const details = {
      number,
      reason: input.reason,
      works: content.works.length,
      fingerprint: input.fingerprint,
    };
    await journal(tx, viewer, facts, "publish", null, details, now);
    return { number };
  });
}

function refuse(
  facts: SchoolYear,
  content: EditionContent,
  newest: EditionContent | null,
  input: PublishInput,
  now: Date,
): void {
  const { errors, warnings } = draftIssues(
    facts,
    differs(content, newest),
    newest !== null,
    dayOf(now, env.TIME_ZONE),
  );
  const [error] = errors;
  if (error) throw new RefusedError("invalid", `schedule.publish.error.${error}`);
  if (newest !== null && input.reason.length < 3)
    throw new RefusedError("invalid", "schedule.refused.reason");
  if (warnings.length > 0 && !input.confirmed)
    throw new RefusedError("invalid", "schedule.refused.notConfirmed");
}
