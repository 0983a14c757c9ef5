import { enteredFacts } from "./entered-facts.ts";
import type { Fact } from "./fact.ts";
import { portalFacts } from "./portal-facts.ts";

/** Every fact a formula may use: what the portal counts itself, then what people enter. */
export const facts: readonly Fact[] = [...portalFacts, ...enteredFacts];

const byCode = new Map(facts.map((fact) => [fact.code, fact]));

/** The description of a fact; null for a name that is none. */
export const factOf = (code: string): Fact | null => byCode.get(code) ?? null;
