import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit, type Role } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";

export interface PersonRow {
  id: number;
  name: string;
  email: string;
  role: Role;
  /** The school, municipality or region that the person works in; null for the whole portal. */
  unit: string | null;
  /** The link was sent and the password is not yet set. */
  invited: boolean;
  disabled: boolean;
}

/** How many people a list shows; the page says so when there are more. */
export const listedPeople = 200;

/** People of the viewer's unit, by name. `search` is looked for in name and e-mail. */
export function listPeople(viewer: Viewer, search: string): Promise<{ people: PersonRow[]; more: boolean }> {
  permit(viewer, "people.read");
  const like = { contains: search, mode: "insensitive" } as const;
  return asViewer(viewer, async (tx) => {
    const people = await tx.person.findMany({
      ...(search ? { where: { OR: [{ name: like }, { email: like }] } } : {}),
      include: { region: true, municipality: true, school: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: listedPeople + 1,
    });
    const rows = people.slice(0, listedPeople).map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role as Role,
      unit: person.school?.name ?? person.municipality?.name ?? person.region?.name ?? null,
      invited: person.passwordHash === null,
      disabled: person.disabledAt !== null,
    }));
    return { people: rows, more: people.length > listedPeople };
  });
}

export interface PersonView extends PersonRow {
  regionId: number | null;
  municipalityId: number | null;
  schoolId: number | null;
  /** A teacher's classes as `2025:5А`. */
  classLabels: string[];
  version: number;
  /** Until when the link waits, as an ISO instant; null when none is waiting. */
  invitedUntil: string | null;
  /** Open sign-ins, newest first; `startedAt` is an ISO instant. Others than the administrator see only their own. */
  sessions: { startedAt: string; device: string }[];
}

/** One person, or a refusal that does not tell a stranger from nobody. */
export function getPerson(viewer: Viewer, personId: number, now: Date): Promise<PersonView> {
  permit(viewer, "people.read");
  return asViewer(viewer, async (tx) => {
    const person = found(
      await tx.person.findUnique({
        where: { id: personId },
        include: {
          region: true,
          municipality: true,
          school: true,
          sessions: { where: { endedAt: null, expiresAt: { gt: now } }, orderBy: { startedAt: "desc" } },
          invitations: { where: { usedAt: null, expiresAt: { gt: now } } },
        },
      }),
    );
    const { regionId, municipalityId, schoolId, classLabels, version } = person;
    return {
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role as Role,
      unit: person.school?.name ?? person.municipality?.name ?? person.region?.name ?? null,
      ...{ regionId, municipalityId, schoolId, classLabels, version },
      invited: person.passwordHash === null,
      invitedUntil: person.invitations[0]?.expiresAt.toISOString() ?? null,
      disabled: person.disabledAt !== null,
      sessions: person.sessions.map(({ startedAt, device }) => ({
        startedAt: startedAt.toISOString(),
        device,
      })),
    };
  });
}

export interface UnitOptions {
  regions: { id: number; name: string }[];
  municipalities: { id: number; name: string; schools: { id: number; name: string }[] }[];
}

/** Every unit that a person can be bound to; closed schools are left out. */
export function listUnits(viewer: Viewer): Promise<UnitOptions> {
  permit(viewer, "people.manage");
  return asViewer(viewer, async (tx) => ({
    regions: await tx.region.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    municipalities: await tx.municipality.findMany({
      select: {
        id: true,
        name: true,
        schools: { where: { closedOn: null }, select: { id: true, name: true }, orderBy: { name: "asc" } },
      },
      orderBy: { name: "asc" },
    }),
  }));
}

/** The classes that a teacher of this school may be given, newest school year first, as `2025:5А`. */
export function listClassChoices(
  viewer: Viewer,
  schoolId: number,
): Promise<{ year: number; label: string }[]> {
  permit(viewer, "people.manage");
  return asViewer(viewer, (tx) =>
    tx.schoolClass.findMany({
      where: { schoolId },
      select: { year: true, label: true },
      orderBy: [{ year: "desc" }, { grade: "asc" }, { label: "asc" }],
      take: 200,
    }),
  );
}

/** The name of the unit that the viewer works in; null for the whole portal, and for the public. */
export function findUnitName(viewer: Viewer): Promise<string | null> {
  const { kind, id } = viewer.scope;
  if (id === null) return Promise.resolve(null);
  return asViewer(viewer, async (tx) => {
    const named = { where: { id }, select: { name: true } };
    if (kind === "region") return (await tx.region.findUnique(named))?.name ?? null;
    if (kind === "municipality") return (await tx.municipality.findUnique(named))?.name ?? null;
    return (await tx.school.findUnique(named))?.name ?? null;
  });
}
