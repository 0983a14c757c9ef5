import { enteredFacts } from "../formula/entered-facts.ts";
import { type FactGroup, factGroups } from "../formula/fact.ts";
import { factOf } from "../formula/facts.ts";
import type { Definition } from "./definitions.ts";
import { isOfKind, partsOf, wholeYear, type YearPart } from "./period.ts";

/** Forms of entered values: groups of facts, and indicators that have no formula. */
export const entryGroups = [...factGroups, "indicators"] as const;
export type EntryGroup = FactGroup | "indicators";

export const isEntryGroup = (text: string): text is EntryGroup =>
  (entryGroups as readonly string[]).includes(text);

/** Which form asks for a code; null for what nobody enters. */
export function groupOf(code: string): EntryGroup | null {
  return code.startsWith("value:") ? "indicators" : (factOf(code)?.group ?? null);
}

/** A form with the codes that stand in it, and which of them measured indicators need. */
export interface EntryForm {
  group: EntryGroup;
  codes: string[];
  needed: ReadonlySet<string>;
}

/** Parts of a school year that some indicator has its values by; the whole year is always one of them and the first. */
export function partsAskedBy(definitions: readonly Definition[]): YearPart[] {
  const kinds = new Set(definitions.map(({ period }) => period));
  return [
    wholeYear,
    ...(["halfYear", "quarter", "month"] as const).filter((kind) => kinds.has(kind)).flatMap(partsOf),
  ];
}

/**
 * Forms of a school for a year or a part of it: all facts that people enter, and a value for each indicator without a formula. `measured` are the
 * definitions by which the school is measured; their facts are owed. The year asks for everything, its parts only for what
 * some indicator of such parts uses.
 */
export function entryForms(
  definitions: readonly Definition[],
  measured: readonly Definition[],
  part: YearPart = wholeYear,
): EntryForm[] {
  const ofPart = (list: readonly Definition[]) =>
    list.filter(({ period }) => isOfKind(part, period)).flatMap(({ facts }) => facts);
  const owed = new Set(ofPart(measured).filter((code) => groupOf(code) !== null));
  const used = new Set(ofPart(definitions));
  const own = [...used].filter((code) => code.startsWith("value:"));
  const asked = enteredFacts.map(({ code }) => code).filter((code) => part === wholeYear || used.has(code));
  const codes = [...asked, ...own];
  return entryGroups.map((group) => {
    const ofGroup = codes.filter((code) => groupOf(code) === group);
    return { group, codes: ofGroup, needed: new Set(ofGroup.filter((code) => owed.has(code))) };
  });
}
