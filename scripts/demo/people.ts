import { randomBytes } from "node:crypto";
import { acceptInvitation, invitePerson } from "#lib/people/invitation-commands.ts";
import { loadViewer } from "#lib/platform/access/load-viewer.ts";
import type { Role } from "#lib/platform/access/permissions.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { seedTable } from "./seed-table.ts";

export interface DemoPerson {
  key: string;
  role: Role;
  /** code of a region or municipality, login of a school, "" for the whole portal */
  unit: string;
  name: string;
  email: string;
  /** `yes` = printed with its password when the portal starts; `never` = the invitation still waits */
  account: "yes" | "never" | "";
  classLabels: string[];
}

/** Who works in the demo region. */
export function demoPeople(): DemoPerson[] {
  return seedTable("demo-people.csv").map((row) => ({
    key: row.key ?? "",
    role: row.role as Role,
    unit: row.unit ?? "",
    name: row.name ?? "",
    email: `${row.email}@demo.example`,
    account: row.account as DemoPerson["account"],
    classLabels: (row.classes ?? "").split(" ").filter(Boolean),
  }));
}

/** Ids of units by what the table calls them. */
export interface UnitIds {
  regionId: number;
  municipalities: ReadonlyMap<string, number>;
  schools: ReadonlyMap<string, number>;
}

/** A person who has set a password, and the viewer that the person is. */
export interface Employed {
  person: DemoPerson;
  viewer: Viewer;
  password: string;
}

const MINUTE = 60_000;

/**
 * Invites a person as people are invited; unless the invitation is to wait, the link is followed twenty minutes later and a
 * random password set. Null for a person who has not answered yet.
 */
export async function employ(
  inviter: Viewer,
  person: DemoPerson,
  units: UnitIds | null,
  at: Date,
): Promise<Employed | null> {
  const { email, name, role, classLabels } = person;
  const { personId, token } = await invitePerson(
    inviter,
    { email, name, role, classLabels, ...unitOf(person, units) },
    at,
  );
  if (person.account === "never") return null;
  const password = randomBytes(12).toString("base64url");
  await acceptInvitation({ token, password }, new Date(at.getTime() + 20 * MINUTE));
  const viewer = await loadViewer(personId);
  if (!viewer) throw new Error(`${email} was not found again`);
  return { person, viewer, password };
}

/** The first person is invited by the portal itself, as `portal user add` does. */
export const firstInviter = systemViewer;

function unitOf({ role, unit }: DemoPerson, units: UnitIds | null) {
  if (role === "admin" || units === null) return {};
  if (role === "region" || role === "expert") return { regionId: units.regionId };
  const id = role === "municipality" ? units.municipalities.get(unit) : units.schools.get(unit);
  if (id === undefined) throw new Error(`No unit ${unit}`);
  return role === "municipality" ? { municipalityId: id } : { schoolId: id };
}
