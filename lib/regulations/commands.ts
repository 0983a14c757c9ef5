import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import { transliterate } from "../schools/name-rules.ts";
import { ownRegulation, recordRegulation } from "./draft-writes.ts";
import { unitColumns, writableLevels } from "./ownership.ts";
import type { AddRegulationInput, EditRegulationInput } from "./schema.ts";

/** Addresses of the portal's own pages below /regulations. */
const reserved = new Set(["new", "public", "orphans", "reading"]);
const LONGEST_SLUG = 60;

/** Adds a regulation of the viewer's own unit, without any edition yet. Its address is made once and stays. */
export async function addRegulation(
  viewer: Viewer,
  input: AddRegulationInput,
  now: Date,
): Promise<{ regulationId: number; slug: string }> {
  permit(viewer, "regulations.edit");
  return inTransaction(viewer, (tx) => createRegulation(tx, viewer, input, now));
}

/** The same inside a transaction of a feature above, which has asked for its own permission. */
export async function createRegulation(
  tx: WriteTx,
  viewer: Viewer,
  input: AddRegulationInput,
  now: Date,
): Promise<{ regulationId: number; slug: string }> {
  const { level, title, shortTitle, kind, topic } = input;
  if (!writableLevels(viewer).includes(level)) throw new RefusedError("forbidden");
  const unit = unitColumns(viewer, level);
  const slug = await freeSlug(tx, await slugBase(tx, unit.schoolId, shortTitle === "" ? title : shortTitle));
  const { id } = await tx.regulation.create({
    data: {
      level,
      ...unit,
      kind,
      topic,
      slug,
      title,
      shortTitle,
      public: input.public,
      createdAt: now,
      createdBy: viewer.personId,
    },
  });
  await recordRegulation(tx, viewer, "add", { regulationId: id, ...unit }, { title, level }, now);
  return { regulationId: id, slug };
}

/** Changes the card of a regulation: how it is called, where it stands in the library, who sees it. Editions stay as they are. */
export async function editRegulation(
  viewer: Viewer,
  input: EditRegulationInput,
  now: Date,
): Promise<{ slug: string }> {
  permit(viewer, "regulations.edit");
  return inTransaction(viewer, async (tx) => {
    const before = await ownRegulation(tx, viewer, input.regulationId);
    const { title, shortTitle, kind, topic, public: isPublic } = input;
    const after = { title, shortTitle, kind, topic, public: isPublic };
    const { count } = await tx.regulation.updateMany({
      where: { id: before.id, version: input.version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count !== 1) throw new RefusedError("conflict", "regulations.refused.changedMeanwhile");
    const details = {
      before: { title: before.title, kind: before.kind, topic: before.topic, public: before.public },
      after,
    };
    await recordRegulation(tx, viewer, "edit", { ...before, regulationId: before.id }, details, now);
    return { slug: before.slug };
  });
}

async function slugBase(tx: WriteTx, schoolId: number | null, name: string): Promise<string> {
  const school =
    schoolId === null
      ? null
      : await tx.school.findUnique({ where: { id: schoolId }, select: { slug: true } });
  const base = transliterate(name);
  return [school?.slug, base === "" ? "akt" : base]
    .filter((part) => part !== undefined)
    .join("-")
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, "");
}

/** The first free address; asked past the viewer's sight, because another unit's draft may have it. */
async function freeSlug(tx: WriteTx, wanted: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    if (reserved.has(slug)) continue;
    const [row] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT regulation_slug_taken(${slug}) AS taken`;
    if (!row?.taken) return slug;
  }
}
