import type { Day } from "../platform/clock.ts";
import type { Edition } from "./schema.ts";

/** What decides whether an edition is in force. */
export type Period = Pick<Edition, "effectiveFrom" | "effectiveTo" | "status">;

/** The adopted edition that is in force on a day, or null. At most one is: the database refuses overlapping ones. */
export function versionInForce<E extends Period>(editions: readonly E[], on: string): E | null {
  return editions.find((edition) => isInForce(edition, on)) ?? null;
}

/** Both its first and its last day belong to the time an edition is in force. */
export function isInForce({ status, effectiveFrom, effectiveTo }: Period, on: string): boolean {
  return (
    status === "adopted" &&
    effectiveFrom !== null &&
    effectiveFrom <= on &&
    (effectiveTo === null || on <= effectiveTo)
  );
}

export type EditionState = "draft" | "ahead" | "inForce" | "past";

/** Where an edition stands in time on a day. */
export function editionState(edition: Period, on: string): EditionState {
  if (edition.status === "draft") return "draft";
  if (isInForce(edition, on)) return "inForce";
  return edition.effectiveFrom !== null && on < edition.effectiveFrom ? "ahead" : "past";
}

/** Why a draft cannot be adopted as it is; `key` is the end of a message key under `regulations.adopt`. */
export interface AdoptionIssue {
  key:
    | "noAdoptedOn"
    | "noFrom"
    | "endBeforeStart"
    | "adoptedAfterStart"
    | "noAdopter"
    | "noText"
    | "overlaps"
    | "sameNumber";
  params: Record<string, string | number>;
  /** A warning is shown and does not stand in the way. */
  severity: "error" | "warning";
}

export interface AdoptionPlan {
  issues: readonly AdoptionIssue[];
  /** The adopted edition whose end is written with this one: it is in force when the new one begins and has no end yet. */
  ends: { id: number; number: string; on: Day } | null;
}

/**
 * What adopting a draft would mean. The page explains with it, the command refuses with it.
 * The edition in force without a known end is ended the day before; any other overlap is an error, named by its days.
 */
export function adoptionPlan(
  draft: Pick<Edition, "id" | "number" | "adoptedOn" | "effectiveFrom" | "effectiveTo" | "adoptedBy"> & {
    clauses: number;
    files: number;
  },
  adopted: readonly Edition[],
): AdoptionPlan {
  const issues: AdoptionIssue[] = [];
  const say = (
    key: AdoptionIssue["key"],
    params: AdoptionIssue["params"] = {},
    severity: AdoptionIssue["severity"] = "error",
  ) => issues.push({ key, params, severity });
  const { adoptedOn, effectiveFrom, effectiveTo } = draft;
  if (adoptedOn === null) say("noAdoptedOn");
  if (draft.adoptedBy === "") say("noAdopter");
  if (draft.clauses === 0 && draft.files === 0) say("noText");
  if (effectiveFrom === null) {
    say("noFrom");
    return { issues, ends: null };
  }
  if (effectiveTo !== null && effectiveTo < effectiveFrom) say("endBeforeStart");
  // An order may take effect from an earlier day; it is seldom meant.
  if (adoptedOn !== null && adoptedOn > effectiveFrom) say("adoptedAfterStart", {}, "warning");
  let ends: AdoptionPlan["ends"] = null;
  for (const other of adopted) {
    if (other.id === draft.id || other.effectiveFrom === null) continue;
    if (other.effectiveTo === null && other.effectiveFrom < effectiveFrom) {
      ends = { id: other.id, number: other.number, on: dayBefore(effectiveFrom) };
    } else if (overlaps(other, effectiveFrom, effectiveTo)) {
      say("overlaps", { number: other.number, from: other.effectiveFrom, to: other.effectiveTo ?? "none" });
    }
  }
  return { issues, ends };
}

function overlaps({ effectiveFrom, effectiveTo }: Period, from: string, to: string | null): boolean {
  return (
    effectiveFrom !== null &&
    (to === null || effectiveFrom <= to) &&
    (effectiveTo === null || from <= effectiveTo)
  );
}

/** The calendar day before; days are counted in UTC, where none is longer than another. */
export function dayBefore(day: string): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day;
}
