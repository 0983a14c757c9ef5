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
  unit: string | null;
  openSessions: number;
  invited: boolean;
  disabled: boolean;
}

/** People of the viewer's unit, by name; at most 200. */
export function listPeople(viewer: Viewer, search: string, now: Date): Promise<PersonRow[]> {
  permit(viewer, "people.read");
  return asViewer(viewer, async (tx) => {
    const people = await tx.person.findMany({
      ...(search
        ? {
            where: {
              OR: [
                { name: { contains: search, mode: "insensitive" } },
                { email: { contains: search, mode: "insensitive" } },
              ],
            },
          }
        : {}),
      include: {
        region: true,
        municipality: true,
        school: true,
        sessions: { where: { endedAt: null, expiresAt: { gt: now } } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 200,
    });
    return people.map((p) => ({
      id: p.id,
      name: p.name,
      email: p.email,
      role: p.role as Role,
      unit: p.school?.name ?? p.municipality?.name ?? p.region?.name ?? null,
      openSessions: p.sessions.length,
      invited: p.passwordHash === null,
      disabled: p.disabledAt !== null,
    }));
  });
}

/** One person with open sessions, or a refusal that does not tell a stranger from nobody. */
export function getPerson(viewer: Viewer, personId: number, now: Date) {
  permit(viewer, "people.read");
  return asViewer(viewer, async (tx) => {
    const person = found(
      await tx.person.findUnique({
        where: { id: personId },
        include: {
          sessions: { where: { endedAt: null, expiresAt: { gt: now } }, orderBy: { startedAt: "desc" } },
        },
      }),
    );
    return {
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role as Role,
      regionId: person.regionId,
      municipalityId: person.municipalityId,
      schoolId: person.schoolId,
      classLabels: person.classLabels,
      version: person.version,
      invited: person.passwordHash === null,
      disabled: person.disabledAt !== null,
      sessions: person.sessions.map((s) => ({ startedAt: s.startedAt.toISOString(), device: s.device })),
    };
  });
}
