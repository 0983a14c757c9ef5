import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { countsOf, type RegistryCounts } from "./registry-counts.ts";
import { planFingerprint } from "./registry-fingerprint.ts";
import { isUnchanged, planRegistry } from "./registry-plan.ts";
import type { RegistryReading } from "./registry-reading.ts";
import { registryState } from "./registry-state.ts";
import { draftHours } from "./rules.ts";

/**
 * A registry file that waits for its review, compared with the registry as it stands now; or, once applied, the counts.
 * Not found for anybody but the person who brought it, and after a day.
 */
export async function getRegistryDraft(viewer: Viewer, draftId: number, now: Date) {
  permit(viewer, "schools.edit");
  return asViewer(viewer, async (tx) => {
    const oldest = new Date(now.getTime() - draftHours * 3_600_000);
    const draft = found(
      await tx.registryDraft.findFirst({ where: { id: draftId, createdAt: { gte: oldest } } }),
    );
    if (draft.reading === null)
      return { id: draft.id, state: "applied" as const, counts: draft.result as unknown as RegistryCounts };
    const readings = draft.reading as unknown as RegistryReading[];
    const plan = planRegistry(readings, await registryState(tx, viewer, readings));
    const taken = readings.reduce((sum, one) => sum + one.taken, 0);
    return {
      id: draft.id,
      state:
        taken === 0 ? ("unread" as const) : isUnchanged(plan) ? ("unchanged" as const) : ("review" as const),
      counts: countsOf(plan, readings, { of: () => "keep", renamedOn: null }),
      fingerprint: planFingerprint(plan),
      files: readings.map(({ file, schools, classes, rows }) => ({
        name: file,
        schools: schools.length,
        classes: classes.length,
        rows,
        years: [...new Set(classes.map((one) => one.year))].sort((a, b) => a - b),
      })),
      municipalities: plan.municipalities.map((one) => one.name),
      addSchools: plan.addSchools.map(({ login, name }) => ({ login, name })),
      changes: plan.changeSchools
        .filter((one) => one.changes.length > 0)
        .map(({ login, name, changes }) => ({ login, name, changes })),
      names: plan.changeSchools.flatMap(({ login, name, newName }) =>
        newName === null ? [] : [{ login, from: name, to: newName }],
      ),
      findings: [...readings.flatMap((one) => one.findings), ...plan.findings],
    };
  });
}
export type RegistryDraftView = Awaited<ReturnType<typeof getRegistryDraft>>;
