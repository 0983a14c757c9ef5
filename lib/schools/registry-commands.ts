import { runInWorker } from "#lib/platform/workbook/in-worker.ts";
import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { changesNothing, countsOf, type RegistryCounts } from "./registry-counts.ts";
import { planFingerprint } from "./registry-fingerprint.ts";
import { lockRegistry } from "./registry-lock.ts";
import { planRegistry, type RegistryPlan } from "./registry-plan.ts";
import type { RegistryFinding, RegistryReading } from "./registry-reading.ts";
import { registryState } from "./registry-state.ts";
import { changedByMunicipality } from "./registry-trace.ts";
import { type NameDecisions, writePlan } from "./registry-writes.ts";
import { draftHours, latestDay } from "./rules.ts";
import type { ApplyRegistryInput, NameChoice } from "./schema.ts";

export interface RegistryUpload {
  name: string;
  bytes: Uint8Array;
}

/** Reads one or two files of a registry and keeps what they say until it is reviewed. Nothing of the registry changes. */
export async function stageRegistry(
  viewer: Viewer,
  files: readonly RegistryUpload[],
  now: Date,
): Promise<{ draftId: number }> {
  permit(viewer, "schools.edit");
  const createdBy = found(viewer.personId);
  const readings: RegistryReading[] = [];
  for (const file of files) readings.push(await readFile(file));
  await inTransaction(systemViewer, (tx) =>
    tx.registryDraft.deleteMany({
      where: { createdAt: { lt: new Date(now.getTime() - draftHours * 3_600_000) } },
    }),
  );
  return inTransaction(viewer, async (tx) => {
    const rows = await tx.$queryRaw<
      { id: number }[]
    >`INSERT INTO registry_draft (created_by, created_at, reading)
      VALUES (${createdBy}, ${now}, ${JSON.stringify(readings)}::jsonb) RETURNING id`;
    return { draftId: found(rows[0]).id };
  });
}

/**
 * Applies a reviewed draft: all of it, or nothing. Compares the files with the registry once more and refuses when that
 * gives another plan than the person saw. What was read is forgotten, the counts stay with the draft for its day.
 */
export async function applyRegistry(
  viewer: Viewer,
  input: ApplyRegistryInput,
  now: Date,
): Promise<RegistryCounts> {
  permit(viewer, "schools.edit");
  return inTransaction(viewer, async (tx) => {
    await lockRegistry(tx);
    const draft = found(await tx.registryDraft.findUnique({ where: { id: input.draftId } }));
    if (draft.reading === null) throw new RefusedError("conflict", "schools.refused.alreadyApplied");
    const readings = draft.reading as unknown as RegistryReading[];
    const plan = planRegistry(readings, await registryState(tx, viewer, readings));
    if (planFingerprint(plan) !== input.fingerprint)
      throw new RefusedError("conflict", "schools.refused.registryChanged");
    const names: NameDecisions = {
      of: (login) => input.names.get(login) ?? "keep",
      renamedOn: input.renamedOn,
    };
    const counts = countsOf(plan, readings, names);
    if (changesNothing(counts)) throw new RefusedError("invalid", "schools.refused.nothingToApply");
    await write(tx, viewer, plan, names, counts, readings, now);
    await tx.$executeRaw`UPDATE registry_draft SET reading = NULL, result = ${JSON.stringify(counts)}::jsonb WHERE id = ${draft.id}`;
    return counts;
  });
}

/** Forgets a draft that is not wanted. */
export async function dropDraft(viewer: Viewer, draftId: number): Promise<void> {
  permit(viewer, "schools.edit");
  await inTransaction(viewer, (tx) => tx.registryDraft.deleteMany({ where: { id: draftId } }));
}

export interface LoadedRegistry {
  /** False for a dry run, for a file that changes nothing, and for one that could not be read. */
  applied: boolean;
  /** True when the registry already says all that the file says. */
  unchanged: boolean;
  /** True when nothing could be read from the file. */
  refused: boolean;
  counts: RegistryCounts;
  findings: RegistryFinding[];
  /** Schools whose name in the file is another one: what was decided about them stands in `counts`. */
  names: { login: string; from: string; to: string }[];
}

/**
 * Loads one file of schools or classes without a review, for the command line and set-up. `names` decides about other names for
 * the whole file; a renaming gets the day of `now` unless `renamedOn` says another one.
 */
export async function loadRegistry(
  viewer: Viewer,
  bytes: Uint8Array,
  fileName: string,
  options: { dryRun?: boolean; names?: NameChoice; renamedOn?: string },
  now: Date,
): Promise<LoadedRegistry> {
  permit(viewer, "schools.edit");
  const readings = [await readFile({ name: fileName, bytes })];
  const names: NameDecisions = {
    of: () => options.names ?? "keep",
    renamedOn: options.renamedOn ?? now.toISOString().slice(0, 10),
  };
  return inTransaction(viewer, async (tx) => {
    await lockRegistry(tx);
    const plan = planRegistry(readings, await registryState(tx, viewer, readings));
    const counts = countsOf(plan, readings, names);
    const unchanged = changesNothing(counts);
    const applied = !unchanged && options.dryRun !== true;
    if (applied) await write(tx, viewer, plan, names, counts, readings, now);
    const findings = [...readings.flatMap((one) => one.findings), ...plan.findings];
    const renamed = plan.changeSchools.flatMap(({ login, name, newName }) =>
      newName === null ? [] : [{ login, from: name, to: newName }],
    );
    const refused = readings.every((one) => one.taken === 0);
    return { applied, unchanged: unchanged && !refused, refused, counts, findings, names: renamed };
  });
}

async function readFile({ name, bytes }: RegistryUpload): Promise<RegistryReading> {
  const outcome = await runInWorker<RegistryReading>(
    "lib/schools/registry-file.ts",
    "readRegistryFile",
    [bytes, name],
    {
      fileName: name,
    },
  );
  if (outcome.ok) return outcome.value;
  const refusal = { ...outcome.refusal, file: name, line: null };
  return { file: name, schools: [], classes: [], findings: [refusal], rows: 0, taken: 0 };
}

/** Writes the plan and one journal event for each municipality whose schools it concerns. */
async function write(
  tx: WriteTx,
  viewer: Viewer,
  plan: RegistryPlan,
  names: NameDecisions,
  counts: RegistryCounts,
  readings: readonly RegistryReading[],
  now: Date,
): Promise<void> {
  if (counts.schoolsRenamed > 0 && names.renamedOn !== null && names.renamedOn > latestDay(now))
    throw new RefusedError("invalid", "schools.refused.dateInFuture");
  await writePlan(tx, plan, names);
  const files = readings.map((one) => one.file);
  for (const { municipalityId, ...changed } of await changedByMunicipality(tx, plan, names)) {
    const event = {
      action: "schools.loadRegistry",
      subject: `municipality:${municipalityId}`,
      municipalityId,
    };
    await record(tx, viewer, { ...event, details: { files, ...changed } }, now);
  }
}
