import type { Role } from "../platform/access/permissions.ts";
import { RefusedError } from "../platform/errors.ts";
import type { UnitChoice } from "./schema.ts";

/** The unit that a role is bound to; a person without it would see either nothing or too much. */
export const unitOfRole: Record<Role, "none" | "region" | "municipality" | "school"> = {
  admin: "none",
  region: "region",
  expert: "region",
  municipality: "municipality",
  head: "school",
  deputy: "school",
  teacher: "school",
};

/** The ids that are stored for a role: only that of its own unit. Refused when the needed one was not chosen. */
export function placement(
  role: Role,
  chosen: UnitChoice,
): { regionId: number | null; municipalityId: number | null; schoolId: number | null } {
  const none = { regionId: null, municipalityId: null, schoolId: null };
  const unit = unitOfRole[role];
  if (unit === "none") return none;
  const id = chosen[`${unit}Id`] ?? null;
  if (id === null) throw new RefusedError("invalid", `people.refused.needs.${unit}`);
  return { ...none, [`${unit}Id`]: id };
}

/** How many failed sign-ins are let through in so many minutes. Ours; the idea of trusting a known device follows OWASP's note on device cookies. */
export const throttle = {
  /** A browser that this person has signed in from before has its own count, so a stranger cannot use it up. */
  knownDevice: { failures: 10, minutes: 15 },
  /** One address trying one account. */
  address: { failures: 5, minutes: 15 },
  /** All unknown browsers together trying one account: bounds guessing from many addresses. */
  unknown: { failures: 50, minutes: 60 },
  /** The present password, asked of a person who is signed in and changes it. */
  ownPassword: { failures: 5, minutes: 15 },
} as const;

/** Invitations wait a fortnight. */
export const invitationDays = 14;

/** However often a session is prolonged, after so many days the password is asked again. Ours. */
export const longestSessionDays = 7;
