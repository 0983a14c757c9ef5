import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { dateToDay, dayToDate } from "../platform/clock.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { isOwn } from "./ownership.ts";
import type { Clause, Edition, Level } from "./schema.ts";

export type EditionRow = Prisma.RegulationEditionGetPayload<{ include: { regulation: true } }>;

/** An edition as the features above see it. */
export function toEdition(row: Omit<EditionRow, "regulation">): Edition {
  return {
    id: row.id,
    number: row.number,
    adoptedOn: dateToDay(row.adoptedOn),
    effectiveFrom: dateToDay(row.effectiveFrom),
    effectiveTo: dateToDay(row.effectiveTo),
    adoptedBy: row.adoptedBy,
    replacesId: row.replacesId,
    status: row.status === "adopted" ? "adopted" : "draft",
    note: row.note,
    version: row.version,
  };
}

export function toClause(row: {
  clauseKey: string;
  number: string;
  heading: string;
  body: string;
  depth: number;
}): Clause {
  const { clauseKey: key, number, heading, body, depth } = row;
  return { key, number, heading, body, depth };
}

/** A day of a form for its column. */
export function dateOrNull(day: string | null): Date | null {
  return day === null ? null : dayToDate(day);
}

/** A regulation that the viewer makes. One that the viewer may only read is forbidden; any other is not found. */
export async function ownRegulation(tx: WriteTx, viewer: Viewer, regulationId: number) {
  const regulation = found(await tx.regulation.findUnique({ where: { id: regulationId } }));
  if (!isOwn(viewer, { ...regulation, level: regulation.level as Level }))
    throw new RefusedError("forbidden");
  return regulation;
}

/**
 * The draft that the viewer makes, taken for writing on the version that the form was opened on. An adopted edition is
 * refused in words; so is a draft that somebody has changed meanwhile. Without `counting` it is only looked at, in any version.
 */
export async function takeDraft(
  tx: WriteTx,
  viewer: Viewer,
  { editionId, version }: { editionId: number; version: number },
  counting = true,
): Promise<EditionRow> {
  const row = found(
    await tx.regulationEdition.findUnique({ where: { id: editionId }, include: { regulation: true } }),
  );
  if (!isOwn(viewer, { ...row.regulation, level: row.regulation.level as Level }))
    throw new RefusedError("forbidden");
  if (row.status !== "draft") throw new RefusedError("conflict", "regulations.refused.adopted");
  if (!counting) return row;
  const { count } = await tx.regulationEdition.updateMany({
    where: { id: editionId, version, status: "draft" },
    data: { version: { increment: 1 } },
  });
  if (count !== 1) throw new RefusedError("conflict", "regulations.refused.changedMeanwhile");
  return { ...row, version: version + 1 };
}

/** Clauses of an edition in reading order. */
export async function clausesOf(tx: WriteTx, editionId: number): Promise<Clause[]> {
  const rows = await tx.regulationClause.findMany({ where: { editionId }, orderBy: { position: "asc" } });
  return rows.map(toClause);
}

/** Writes the whole text of a draft. */
export async function writeClauses(
  tx: WriteTx,
  editionId: number,
  clauses: readonly Clause[],
): Promise<void> {
  await tx.regulationClause.deleteMany({ where: { editionId } });
  await tx.regulationClause.createMany({
    data: clauses.map(({ key, number, heading, body, depth }, index) => ({
      editionId,
      clauseKey: key,
      number,
      heading,
      body,
      depth,
      position: index + 1,
    })),
  });
}

/** Clause keys that a regulation has ever used, so that a new clause never takes over the links of an old one. */
export async function usedKeys(tx: WriteTx, regulationId: number): Promise<Set<string>> {
  const rows = await tx.regulationClause.findMany({
    where: { edition: { regulationId } },
    select: { clauseKey: true },
    distinct: ["clauseKey"],
  });
  return new Set(rows.map(({ clauseKey }) => clauseKey));
}

/** Writes into the journal what was done to a regulation. */
export function recordRegulation(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  {
    regulationId,
    schoolId,
    municipalityId,
  }: { regulationId: number; schoolId: number | null; municipalityId: number | null },
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const place = schoolId === null ? municipalityId : viewer.municipalityId;
  return record(
    tx,
    viewer,
    {
      action: `regulations.${action}`,
      subject: `regulation:${regulationId}`,
      municipalityId: place,
      schoolId,
      details,
    },
    now,
  );
}
