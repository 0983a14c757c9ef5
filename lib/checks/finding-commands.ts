import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { type Act, type FindingState, possibleActs, questionAfter, type Side } from "./rules.ts";
import type { ActInput } from "./schema.ts";

/** Who speaks: a school, or an office above it. */
export function sideOf(viewer: Viewer): Side {
  return viewer.schoolId === null ? "office" : "school";
}

/**
 * Asks about a finding, answers, closes, confirms it with a reason, or takes a confirmation back. What is said is kept with who and when;
 * refused when somebody else has acted since the page was opened.
 */
export async function actOnFinding(
  viewer: Viewer,
  input: ActInput,
  now: Date,
): Promise<{ schoolId: number; workId: number }> {
  const { findingId, act, text } = input;
  permit(viewer, act === "confirm" || act === "reopen" ? "checks.confirm" : "checks.ask");
  const side = sideOf(viewer);
  return await inTransaction(viewer, async (tx) => {
    const finding = found(await lockFinding(tx, findingId));
    if (finding.version !== input.version)
      throw new RefusedError("conflict", "checks.refused.findingChanged");
    if (!possibleActs(finding, side).includes(act))
      throw new RefusedError("conflict", `checks.refused.act.${act}`);
    await tx.checkResult.update({
      where: { id: findingId },
      data: {
        ...questionAfter(finding, act, side),
        ...confirmation(act, text, viewer, now),
        version: { increment: 1 },
      },
    });
    const { schoolId, workId, municipalityId } = finding;
    await tx.checkMessage.create({
      data: {
        ...{ resultId: findingId, schoolId, at: now, kind: act, text },
        ...{ authorId: viewer.personId, author: viewer.name, role: viewer.role },
      },
    });
    const details = { act, rule: `${finding.ruleCode}@${finding.ruleVersion}`, workId };
    await record(
      tx,
      viewer,
      { action: `checks.${act}`, subject: `checkResult:${findingId}`, municipalityId, schoolId, details },
      now,
    );
    return { schoolId, workId };
  });
}

function confirmation(act: Act, reason: string, viewer: Viewer, now: Date) {
  if (act === "confirm") return { confirmedAt: now, confirmedBy: viewer.personId, confirmReason: reason };
  if (act === "reopen") return { confirmedAt: null, confirmedBy: null, confirmReason: "" };
  return {};
}

interface LockedFinding extends FindingState {
  schoolId: number;
  workId: number;
  municipalityId: number;
  version: number;
  ruleCode: string;
  ruleVersion: number;
}

async function lockFinding(tx: WriteTx, id: number): Promise<LockedFinding | null> {
  const [row] = await tx.$queryRaw<LockedFinding[]>`
    SELECT r.school_id AS "schoolId", r.work_id AS "workId", s.municipality_id AS "municipalityId", r.version, r.rule_code AS "ruleCode",
      r.rule_version AS "ruleVersion", r.severity, r.gone_at IS NOT NULL AS gone, r.confirmed_at IS NOT NULL AS confirmed, r.question,
      r.asked_by AS "askedBy"
    FROM check_result r JOIN school s ON s.id = r.school_id WHERE r.id = ${id} FOR UPDATE OF r`;
  return row ?? null;
}
