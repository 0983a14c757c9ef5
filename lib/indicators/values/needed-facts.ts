import { enteredFacts } from "../formula/entered-facts.ts";
import { type FactGroup, factGroups } from "../formula/fact.ts";
import { factOf } from "../formula/facts.ts";
import type { Definition } from "./definitions.ts";

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

/**
 * Forms of a school: all facts that people enter, and a value for each indicator without a formula. `measured` are the
 * definitions by which the school is measured; their facts are owed.
 */
export function entryForms(definitions: readonly Definition[], measured: readonly Definition[]): EntryForm[] {
  const owed = new Set(measured.flatMap(({ facts }) => facts).filter((code) => groupOf(code) !== null));
  const own = definitions.flatMap(({ facts }) => facts).filter((code) => code.startsWith("value:"));
  const codes = [...enteredFacts.map(({ code }) => code), ...new Set(own)];
  return entryGroups.map((group) => {
    const ofGroup = codes.filter((code) => groupOf(code) === group);
    return { group, codes: ofGroup, needed: new Set(ofGroup.filter((code) => owed.has(code))) };
  });
}
