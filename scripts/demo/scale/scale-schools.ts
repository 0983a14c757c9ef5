import type { Translate } from "#messages/translate.ts";
import { chanceOf } from "../random.ts";
import type { DemoSchool } from "../region.ts";

export const SCALE = {
  regionCode: "99",
  municipalities: 20,
  schools: 1000,
  /** years × subjects × grades that every school writes */
  works: 20,
  participations: 1_000_000,
} as const;
const SMALLEST = 6;
const LARGEST = 160;

/** Code of a municipality, from 1. */
export function scaleMunicipality(number: number): string {
  return `reg${SCALE.regionCode}_m${String(number).padStart(3, "0")}`;
}

/**
 * A thousand schools whose parallels add up to the wanted number of participations exactly: every work is written by one
 * parallel of each. Sizes are as uneven as real ones: many small schools, a few large.
 */
export function scaleSchools(t: Translate): DemoSchool[] {
  const sizes = sizesOf(SCALE.participations / SCALE.works);
  return sizes.map((parallel, i): DemoSchool => {
    const number = i + 1;
    const login = `${SCALE.regionCode}${String(number).padStart(4, "0")}`;
    const chance = chanceOf("scale", login);
    const name = t("scale.school", { number: String(number) });
    return {
      login,
      municipality: scaleMunicipality((i % SCALE.municipalities) + 1),
      name,
      formerly: "",
      fullName: name,
      kind: "secondary",
      locality: "",
      localityKind: "unknown",
      latitude: 56 + chance.uniform(),
      longitude: 60 + chance.uniform(),
      parallel,
      varies: false,
      firstGrade: 1,
      lastGrade: 9,
      effect: 0.35 * chance.normal(),
      feature: "",
      closed: "",
    };
  });
}

function sizesOf(total: number): number[] {
  const chance = chanceOf("scale", "sizes");
  const mean = total / SCALE.schools;
  const sizes = Array.from({ length: SCALE.schools }, () =>
    Math.min(LARGEST, Math.max(SMALLEST, Math.round(0.8 * mean * Math.exp(0.75 * chance.normal())))),
  );
  let rest = total - sizes.reduce((sum, size) => sum + size, 0);
  for (let i = 0; rest !== 0; i = (i + 1) % sizes.length) {
    const next = (sizes[i] ?? 0) + Math.sign(rest);
    if (next < SMALLEST || next > LARGEST) continue;
    sizes[i] = next;
    rest -= Math.sign(rest);
  }
  return sizes;
}
