/** What facts are counted in. `percent` is a unit of its own: per cents are never added to people. */
export const baseUnits = [
  "people",
  "hours",
  "percent",
  "points",
  "pieces",
  "positions",
  "squareMetres",
  "megabits",
  "days",
  "lessons",
  "classes",
  "works",
] as const;
export type BaseUnit = (typeof baseUnits)[number];

/**
 * The unit of a number as powers of base units: points a person are `{ points: 1, people: -1 }`, a plain number is `{}`.
 * A constant of a formula has no unit of its own ("any"): it takes that of its neighbour.
 */
export type Unit = "any" | Readonly<Partial<Record<BaseUnit, number>>>;

export const plainNumber: Unit = {};

/** The unit of facts counted in one base unit. */
export const unitOf = (base: BaseUnit): Unit => ({ [base]: 1 });

export function sameUnit(a: Unit, b: Unit): boolean {
  if (a === "any" || b === "any") return true;
  return baseUnits.every((base) => (a[base] ?? 0) === (b[base] ?? 0));
}

/** The unit of a sum, a difference or a comparison; null when the two cannot stand side by side. */
export function commonUnit(a: Unit, b: Unit): Unit | null {
  if (!sameUnit(a, b)) return null;
  return a === "any" ? b : a;
}

/** The unit of a product (`sign` 1) or a quotient (-1). Constants change no unit. */
export function combinedUnit(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (a === "any" && b === "any") return "any";
  const [left, right] = [a === "any" ? {} : a, b === "any" ? {} : b];
  const powers = baseUnits
    .map((base) => [base, (left[base] ?? 0) + sign * (right[base] ?? 0)] as const)
    .filter(([, power]) => power !== 0);
  return Object.fromEntries(powers);
}

/** A name of the unit that can be put into words: `points/people`, `number`, `any`. */
export function unitName(unit: Unit): string {
  if (unit === "any") return "any";
  const side = (sign: 1 | -1) =>
    baseUnits.flatMap((base) => {
      const power = (unit[base] ?? 0) * sign;
      return power > 0 ? Array.from({ length: power }, () => base) : [];
    });
  const [above, below] = [side(1).join("*"), side(-1).join("*")];
  if (above === "" && below === "") return "number";
  return below === "" ? above : `${above === "" ? "number" : above}/${below}`;
}
