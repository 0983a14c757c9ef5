import type { Level } from "./vocabulary.ts";

/** From when until when (both days included) a version holds; null = until it is followed. */
export interface InForce {
  effectiveFrom: string;
  effectiveTo: string | null;
}

/** The version that holds on a day, `YYYY-MM-DD`; null when none does. Adopted versions never overlap, so it is one at most. */
export function versionInForce<V extends InForce>(versions: readonly V[], on: string): V | null {
  return versions.find((version) => holdsOn(version, on)) ?? null;
}

export function holdsOn({ effectiveFrom, effectiveTo }: InForce, on: string): boolean {
  return effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo);
}

/** Do two stretches of days share a day? */
export function overlaps(a: InForce, b: InForce): boolean {
  return (
    a.effectiveFrom <= (b.effectiveTo ?? "9999-12-31") && b.effectiveFrom <= (a.effectiveTo ?? "9999-12-31")
  );
}

/**
 * What adopting a version from `effectiveFrom` would do to those adopted before: the one that holds without end is ended the
 * day before. Refused (`overlap`, with the version that is in the way) when another one already holds on that day or later.
 */
export function placeVersion<V extends InForce & { version: number }>(
  adopted: readonly V[],
  effectiveFrom: string,
): { ok: true; closes: V | null } | { ok: false; overlap: V } {
  const open = adopted.find(
    (version) => version.effectiveTo === null && version.effectiveFrom < effectiveFrom,
  );
  const inTheWay = adopted.find(
    (version) => version !== open && overlaps(version, { effectiveFrom, effectiveTo: null }),
  );
  return inTheWay ? { ok: false, overlap: inTheWay } : { ok: true, closes: open ?? null };
}

/** The calendar day before; `day` is `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Borders of levels: with better above (`up`) a level begins at its border, with better below (`down`) it ends there. */
export interface Borders {
  optimal: number;
  sufficient: number;
  acceptable: number;
}

/** True when the borders go one way: falling where better is above, rising where better is below. */
export function bordersFit({ optimal, sufficient, acceptable }: Borders, direction: string): boolean {
  if (direction === "down") return optimal < sufficient && sufficient < acceptable;
  return optimal > sufficient && sufficient > acceptable;
}

/** The level of a value. The border itself belongs to the better level. */
export function levelOf(value: number, borders: Borders): Level {
  const sign = borders.optimal > borders.acceptable ? 1 : -1;
  const reaches = (border: number) => sign * value >= sign * border;
  if (reaches(borders.optimal)) return "optimal";
  if (reaches(borders.sufficient)) return "sufficient";
  return reaches(borders.acceptable) ? "acceptable" : "critical";
}

/** Who changes level when borders change; units in the order given. Without borders before, everybody with a value gets one. */
export function levelChanges<U extends { value: number | null }>(
  units: readonly U[],
  before: Borders | null,
  after: Borders,
): { unit: U; from: Level | null; to: Level }[] {
  return units.flatMap((unit) => {
    if (unit.value === null) return [];
    const from = before === null ? null : levelOf(unit.value, before);
    const to = levelOf(unit.value, after);
    return from === to ? [] : [{ unit, from, to }];
  });
}

/** How many of the units stand in each level. */
export function levelCounts(
  units: readonly { value: number | null }[],
  borders: Borders,
): Record<Level, number> {
  const counts: Record<Level, number> = { optimal: 0, sufficient: 0, acceptable: 0, critical: 0 };
  for (const { value } of units) if (value !== null) counts[levelOf(value, borders)] += 1;
  return counts;
}

/**
 * The borders in force on a day out of those given, the nearest unit's first and each unit's newest first: a school's own win
 * over its municipality's, its region's and those that came with the portal. Null when none has begun.
 */
export function thresholdInForce<T extends { effectiveFrom: string }>(
  thresholds: readonly T[],
  on: string,
): T | null {
  return thresholds.find(({ effectiveFrom }) => effectiveFrom <= on) ?? null;
}
