import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit, type Role } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";

export interface AccountView {
  name: string;
  email: string;
  role: Role;
  /** The school, municipality or region that the person works in; null for the whole portal. */
  unit: string | null;
  /** A teacher's classes as `2025:5А`. */
  classLabels: string[];
  /** Open sign-ins, newest first; instants in ISO form. `here` is the one that asks. */
  sessions: { startedAt: string; endsAt: string; device: string; here: boolean }[];
}

/** The viewer's own account. */
export function getAccount(viewer: Viewer, now: Date): Promise<AccountView> {
  permit(viewer, "account.own");
  return asViewer(viewer, async (tx) => {
    const person = found(
      await tx.person.findUnique({
        where: { id: viewer.personId ?? 0 },
        include: {
          ...{ region: true, municipality: true, school: true },
          sessions: { where: { endedAt: null, expiresAt: { gt: now } }, orderBy: { startedAt: "desc" } },
        },
      }),
    );
    return {
      ...{
        name: person.name,
        email: person.email,
        role: person.role as Role,
        classLabels: person.classLabels,
      },
      unit: person.school?.name ?? person.municipality?.name ?? person.region?.name ?? null,
      sessions: person.sessions.map(({ id, startedAt, expiresAt, device }) => ({
        ...{ startedAt: startedAt.toISOString(), endsAt: expiresAt.toISOString(), device },
        here: id === viewer.sessionId,
      })),
    };
  });
}

/** When the viewer's session ends, as an ISO instant; null without one. */
export function findSessionEnd(viewer: Viewer): Promise<string | null> {
  const { sessionId } = viewer;
  if (sessionId === null) return Promise.resolve(null);
  return asViewer(viewer, async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { expiresAt: true } });
    return session?.expiresAt.toISOString() ?? null;
  });
}
