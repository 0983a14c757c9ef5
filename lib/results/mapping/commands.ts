import { asViewer, inTransaction, type WriteTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { record } from "../../platform/audit/record.ts";
import { found, RefusedError } from "../../platform/errors.ts";
import { columnLetters } from "../column-name.ts";
import { keptSheets } from "../import-writes.ts";
import { checkAgain } from "../receive-commands.ts";
import type { Understood } from "../understood.ts";
import { chosenMapping } from "./chosen-mapping.ts";
import { guessMapping } from "./guess-mapping.ts";
import { headerFingerprint } from "./header-fingerprint.ts";
import { isMappable } from "./mappable.ts";
import type { Mapping } from "./mapping.ts";
import type { MappingInput } from "./mapping-form.ts";
import { nameColumnsOf } from "./personal-names.ts";

/**
 * Keeps what a person said of a table's columns as a named layout of the viewer's unit, and checks the file again with it.
 * The same header again is a new version; the same choice again is none.
 */
export async function saveMapping(
  viewer: Viewer,
  input: MappingInput,
  now: Date,
): Promise<{ version: number }> {
  permit(viewer, "results.import");
  const { personId } = viewer;
  if (personId === null) throw new RefusedError("notSignedIn");
  const { importId, headerRow, name } = input;
  const file = await asViewer(viewer, async (tx) => {
    const row = found(await tx.importFile.findUnique({ where: { id: importId } }));
    return { ...row, sheets: await keptSheets(tx, importId) };
  });
  if (!isMappable(file.status, (file.understood as Partial<Understood>).layout))
    throw new RefusedError("conflict", "results.refused.notInReview");
  const sheet = found(file.sheets.find((one) => one.name === input.sheet));
  const fingerprint = headerFingerprint(sheet.rows[headerRow - 1] ?? []);
  if (fingerprint === null) throw new RefusedError("invalid", "mapping.refused.noHeader");
  const refused = new Set([...nameColumnsOf(sheet)].map((i) => i + 1));
  const chosen = chosenMapping(guessMapping(sheet, headerRow, refused), input.columns);
  if (!chosen.ok)
    throw new RefusedError("invalid", `mapping.refused.${chosen.problem}`, {
      column: chosen.column === null ? "" : columnLetters(chosen.column),
    });
  const version = await inTransaction(viewer, async (tx) => {
    const kept = await keepVersion(tx, viewer, personId, { fingerprint, name, mapping: chosen.mapping }, now);
    if (kept.added)
      await record(
        tx,
        viewer,
        {
          action: "results.mapLayout",
          subject: `import:${importId}`,
          municipalityId: file.municipalityId,
          schoolId: file.schoolId,
          details: { layout: name, version: kept.version, columns: chosen.mapping.columns.length },
        },
        now,
      );
    return kept.version;
  });
  await checkAgain(viewer, importId, input.given, now);
  return { version };
}

interface Said {
  fingerprint: string;
  name: string;
  mapping: Mapping;
}

async function keepVersion(
  tx: WriteTx,
  viewer: Viewer,
  personId: number,
  { fingerprint, name, mapping }: Said,
  now: Date,
): Promise<{ version: number; added: boolean }> {
  const unit = {
    schoolId: viewer.schoolId,
    municipalityId: viewer.municipalityId,
    regionId: viewer.regionId,
  };
  // Two people may map the same table at once: the second waits here and gets the next version.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${fingerprint}, 0))::text`;
  const last = await tx.layoutPreset.findFirst({
    where: { ...unit, fingerprint },
    orderBy: { version: "desc" },
  });
  const same =
    last !== null &&
    last.name === name &&
    JSON.stringify(ordered(last.mapping as Mapping)) === JSON.stringify(ordered(mapping));
  if (last && same) return { version: last.version, added: false };
  const version = (last?.version ?? 0) + 1;
  await tx.layoutPreset.create({
    data: {
      ...unit,
      fingerprint,
      version,
      name,
      mapping: { ...mapping },
      createdAt: now,
      createdBy: personId,
    },
  });
  return { version, added: true };
}

/** Keys in one order: the database keeps objects in its own. */
function ordered({ columns, tasksByPlace }: Mapping) {
  return [tasksByPlace, ...columns.map(({ column, meaning, task, max }) => [column, meaning, task, max])];
}
