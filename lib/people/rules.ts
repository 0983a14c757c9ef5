import type { Role } from "../platform/access/permissions.ts";

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

/** The ids that are stored for a role: only that of its own unit. Null when the needed one is missing. */
export function unitIds(
  role: Role,
  given: {
    regionId?: number | null | undefined;
    municipalityId?: number | null | undefined;
    schoolId?: number | null | undefined;
  },
): { regionId: number | null; municipalityId: number | null; schoolId: number | null } | null {
  const none = { regionId: null, municipalityId: null, schoolId: null };
  const unit = unitOfRole[role];
  if (unit === "none") return none;
  const id =
    unit === "region" ? given.regionId : unit === "municipality" ? given.municipalityId : given.schoolId;
  if (id === null || id === undefined) return null;
  return { ...none, [`${unit}Id`]: id };
}

/** Limits of failed sign-ins. Ours; the idea of trusting a known device follows OWASP's note on device cookies. */
export const throttle = {
  /** A browser that this person has signed in from before has its own count, so a stranger cannot use it up. */
  knownDevice: { failures: 10, minutes: 15 },
  /** One address trying one account. */
  address: { failures: 5, minutes: 15 },
  /** All unknown browsers together trying one account: bounds guessing from many addresses. */
  unknown: { failures: 50, minutes: 60 },
} as const;

/** True while a count of failures stops further tries. */
export function isThrottled(
  attempt: { failures: number; firstAt: Date } | null,
  limit: { failures: number; minutes: number },
  now: Date,
): boolean {
  if (!attempt || attempt.failures < limit.failures) return false;
  return now.getTime() - attempt.firstAt.getTime() < limit.minutes * 60_000;
}

/** Invitations wait a fortnight. */
export const invitationDays = 14;
