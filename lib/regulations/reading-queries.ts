import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { may, permit, type Role } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Day, dateToDay } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { toEdition } from "./draft-writes.ts";
import { readingUnit } from "./ownership.ts";
import { ownPeople } from "./reading-commands.ts";
import { mustRead } from "./reading-rules.ts";

/** Something that waits to be read by the viewer. */
export interface ToRead {
  editionId: number;
  slug: string;
  title: string;
  number: string;
  dueOn: Day;
  late: boolean;
}

/** What the viewer must read and has not: demands of the own unit, of editions in force or ahead. The soonest first. */
export function listToRead(viewer: Viewer, today: string): Promise<ToRead[]> {
  permit(viewer, "regulations.read");
  const { personId } = viewer;
  if (personId === null) return Promise.resolve([]);
  return asViewer(viewer, async (tx) => {
    const readings = await tx.regulationReading.findMany({
      where: { closedAt: null, ...unitOf(viewer), edition: { marks: { none: { personId } } } },
      include: { edition: { include: { regulation: true } } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    });
    return readings
      .filter((reading) => mustRead(reading, { id: personId, role: viewer.role as Role }))
      .filter(({ edition }) => {
        const { effectiveTo } = toEdition(edition);
        return effectiveTo === null || today <= effectiveTo;
      })
      .map(({ editionId, dueOn, edition }) => {
        const due = dateToDay(dueOn) as Day;
        const { slug, title } = edition.regulation;
        return { editionId, slug, title, number: edition.number, dueOn: due, late: due < today };
      });
  });
}

/** The unit of the viewer, a teacher's school included. */
function unitOf(viewer: Viewer) {
  if (viewer.schoolId !== null) return { schoolId: viewer.schoolId };
  if (viewer.scope.kind === "municipality") return { municipalityId: viewer.scope.id };
  if (viewer.scope.kind === "region") return { regionId: viewer.scope.id };
  return { id: -1 };
}

/** One person's place on the sheet. */
export interface Reader {
  id: number;
  name: string;
  role: Role;
  readAt: string | null;
}

/** Who must read an edition, and who has. */
export interface ReadingSheet {
  regulation: { slug: string; title: string };
  edition: { id: number; number: string; adopted: boolean };
  /** the unit's own demand that stands, or null */
  demand: { id: number; version: number; roles: Role[]; people: number[]; dueOn: Day } | null;
  /** those who must, by name; then those who have read without having to */
  readers: Reader[];
  others: Reader[];
  /** people of the unit, to choose from */
  people: { id: number; name: string; role: Role }[];
  unit: string;
}

/** The sheet of the viewer's own unit for an edition. */
export function getReadingSheet(viewer: Viewer, editionId: number): Promise<ReadingSheet> {
  permit(viewer, "regulations.edit");
  const unit = readingUnit(viewer);
  return asViewer(viewer, async (tx) => {
    const edition = found(
      await tx.regulationEdition.findUnique({ where: { id: editionId }, include: { regulation: true } }),
    );
    const demand = unit
      ? await tx.regulationReading.findFirst({
          where: { editionId, ...unit, closedAt: null },
          orderBy: { id: "desc" },
        })
      : null;
    const people = unit
      ? await tx.person.findMany({
          where: { ...ownPeople(unit), disabledAt: null },
          orderBy: [{ name: "asc" }, { id: "asc" }],
        })
      : [];
    const marks = new Map(
      (
        await tx.regulationReadingMark.findMany({
          where: { editionId, personId: { in: people.map(({ id }) => id) } },
        })
      ).map(({ personId, readAt }) => [personId, readAt.toISOString()]),
    );
    const readers = people.map(({ id, name, role }) => ({
      id,
      name,
      role: role as Role,
      readAt: marks.get(id) ?? null,
    }));
    const must = (one: Reader) => demand !== null && mustRead(demand, one);
    return {
      regulation: { slug: edition.regulation.slug, title: edition.regulation.title },
      edition: { id: edition.id, number: edition.number, adopted: edition.status === "adopted" },
      demand: demand
        ? {
            id: demand.id,
            version: demand.version,
            roles: demand.roles as Role[],
            people: demand.personIds,
            dueOn: dateToDay(demand.dueOn) as Day,
          }
        : null,
      readers: readers.filter(must),
      others: readers.filter((one) => !must(one) && one.readAt !== null),
      people: readers.map(({ id, name, role }) => ({ id, name, role })),
      unit: await unitName(tx, unit),
    };
  });
}

async function unitName(
  tx: Parameters<Parameters<typeof asViewer>[1]>[0],
  unit: ReturnType<typeof readingUnit>,
): Promise<string> {
  if (unit?.schoolId) return (await tx.school.findUnique({ where: { id: unit.schoolId } }))?.name ?? "";
  if (unit?.municipalityId)
    return (await tx.municipality.findUnique({ where: { id: unit.municipalityId } }))?.name ?? "";
  if (unit?.regionId) return (await tx.region.findUnique({ where: { id: unit.regionId } }))?.name ?? "";
  return "";
}

/** What the page of an edition says to its reader: must I read it, have I, how far are we. */
export interface ReadingState {
  /** the viewer's own demand; null when nobody asks it of the viewer */
  mine: { dueOn: Day; late: boolean } | null;
  readAt: string | null;
  /** counts of the own unit for those who may see them; null without a demand */
  unit: { must: number; have: number } | null;
}

export async function getReadingState(
  viewer: Viewer,
  editionId: number,
  today: string,
): Promise<ReadingState> {
  permit(viewer, "regulations.read");
  const { personId } = viewer;
  const state = await asViewer(viewer, async (tx) => {
    const mark =
      personId === null
        ? null
        : await tx.regulationReadingMark.findUnique({
            where: { editionId_personId: { editionId, personId } },
          });
    const asked = await tx.regulationReading.findFirst({
      where: { editionId, closedAt: null, ...unitOf(viewer) },
      orderBy: { id: "desc" },
    });
    const dueOn = asked ? (dateToDay(asked.dueOn) as Day) : null;
    const mine =
      asked && dueOn && personId !== null && mustRead(asked, { id: personId, role: viewer.role as Role })
        ? { dueOn, late: mark === null && dueOn < today }
        : null;
    return { mine, readAt: mark?.readAt.toISOString() ?? null, asked: asked !== null };
  });
  const { asked, ...own } = state;
  if (!asked || !may(viewer, "regulations.edit") || readingUnit(viewer) === null)
    return { ...own, unit: null };
  const { readers } = await getReadingSheet(viewer, editionId);
  return {
    ...own,
    unit: { must: readers.length, have: readers.filter(({ readAt }) => readAt !== null).length },
  };
}
