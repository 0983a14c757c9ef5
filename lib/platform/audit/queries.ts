import "server-only";
import { asViewer, type ReadTx } from "../access/as-viewer.ts";
import { permit } from "../access/permissions.ts";
import type { Viewer } from "../access/viewer.ts";
import type { Prisma } from "../db/prisma/client.ts";

export interface JournalFilter {
  /** Part of the actor's name or e-mail; "" for everybody. */
  person: string;
  /** `results.apply`, or "" for everything. */
  action: string;
  /** Part of the school's name; "" for all. */
  school: string;
  /** Only events with a smaller id: the next page. Null for the newest. */
  before: string | null;
}

export interface JournalEvent {
  id: string;
  /** ISO instant. */
  at: string;
  /** Null when it was done by the portal itself, or by somebody whom the viewer may not see. */
  actor: string | null;
  actorRole: string;
  action: string;
  /** Kind and id of what it was done to: `import:12`. */
  subject: string;
  municipality: string | null;
  school: string | null;
  details: [name: string, value: string][];
  hash: string;
}

const page = 50;

/** The journal as far as the viewer's scope reaches, newest first, a page at a time; `next` is the filter's `before` for the next one. */
export function listEvents(
  viewer: Viewer,
  filter: JournalFilter,
): Promise<{ events: JournalEvent[]; next: string | null }> {
  permit(viewer, "audit.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.auditEvent.findMany({
      where: await conditions(tx, filter),
      orderBy: { id: "desc" },
      take: page + 1,
    });
    const shown = rows.slice(0, page);
    const names = await namesOf(tx, shown);
    const events = shown.map((event) => ({
      id: String(event.id),
      at: event.at.toISOString(),
      actor: names.people.get(event.actorId) ?? null,
      actorRole: event.actorRole,
      action: event.action,
      subject: event.subject,
      municipality: names.municipalities.get(event.municipalityId) ?? null,
      school: names.schools.get(event.schoolId) ?? null,
      details: flat(event.details),
      hash: event.hash,
    }));
    return { events, next: rows.length > page ? (events.at(-1)?.id ?? null) : null };
  });
}

/** The kinds of events that the viewer's part of the journal holds, for the filter. */
export function listActions(viewer: Viewer): Promise<string[]> {
  permit(viewer, "audit.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.auditEvent.groupBy({ by: ["action"], orderBy: { action: "asc" } });
    return rows.map(({ action }) => action);
  });
}

async function conditions(tx: ReadTx, filter: JournalFilter): Promise<Prisma.AuditEventWhereInput> {
  const like = (text: string) => ({ contains: text, mode: "insensitive" }) as const;
  const where: Prisma.AuditEventWhereInput = {};
  if (filter.before !== null) where.id = { lt: BigInt(filter.before) };
  if (filter.action) where.action = filter.action;
  if (filter.person) {
    const people = await tx.person.findMany({
      where: { OR: [{ name: like(filter.person) }, { email: like(filter.person) }] },
      select: { id: true },
    });
    where.actorId = { in: people.map(({ id }) => id) };
  }
  if (filter.school) {
    const schools = await tx.school.findMany({ where: { name: like(filter.school) }, select: { id: true } });
    where.schoolId = { in: schools.map(({ id }) => id) };
  }
  return where;
}

async function namesOf(
  tx: ReadTx,
  events: readonly { actorId: number | null; municipalityId: number | null; schoolId: number | null }[],
) {
  const ids = (name: "actorId" | "municipalityId" | "schoolId") => {
    const present = events.map((event) => event[name]).filter((id) => id !== null);
    return { where: { id: { in: [...new Set(present)] } }, select: { id: true, name: true } };
  };
  const byId = (rows: readonly { id: number; name: string }[]) =>
    new Map<number | null, string>(rows.map(({ id, name }) => [id, name]));
  return {
    people: byId(await tx.person.findMany(ids("actorId"))),
    municipalities: byId(await tx.municipality.findMany(ids("municipalityId"))),
    schools: byId(await tx.school.findMany(ids("schoolId"))),
  };
}

/** Details as lines: nested names are joined by a point, a list of plain values by commas. */
function flat(details: Prisma.JsonValue, prefix = ""): [string, string][] {
  if (details === null || typeof details !== "object") return [[prefix, String(details ?? "—")]];
  if (Array.isArray(details) && details.every((one) => one === null || typeof one !== "object"))
    return [[prefix, details.join(", ") || "—"]];
  return Object.entries(details).flatMap(([name, value]) =>
    flat(value ?? null, prefix ? `${prefix}.${name}` : name),
  );
}
