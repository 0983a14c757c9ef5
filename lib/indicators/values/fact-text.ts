import { parseDecimal, parseWholeNumber } from "../../platform/workbook/numbers.ts";
import type { Fact } from "../formula/fact.ts";

/** What a person typed for a fact: a number, nothing, or why it is none (a key under indicatorValues). */
export type FactReading =
  | { ok: true; value: number | null }
  | { ok: false; key: "fields.number" | "refused.whole" | "refused.negative" | "refused.yesNo" };

const yes = /^(да|так|yes|1|\+)$/i;
const no = /^(нет|ні|no|0)$/i;
// Hours, posts, areas and speeds come in fractions; people and things do not.
const fractions = new Set(["hours", "positions", "squareMetres", "megabits"]);

/** Reads a fact as it is typed or stands in a file. Empty is «not known yet», never 0. `fact` null: the value of an indicator itself. */
export function readFactText(text: string, fact: Fact | null): FactReading {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: true, value: null };
  if (fact !== null && fact.unit === null) {
    if (yes.test(trimmed)) return { ok: true, value: 1 };
    return no.test(trimmed) ? { ok: true, value: 0 } : { ok: false, key: "refused.yesNo" };
  }
  const read = parseDecimal(trimmed);
  if (!read.ok) return { ok: false, key: "fields.number" };
  if (fact !== null && read.value < 0) return { ok: false, key: "refused.negative" };
  if (fact?.unit && !fractions.has(fact.unit) && !parseWholeNumber(trimmed).ok)
    return { ok: false, key: "refused.whole" };
  return { ok: true, value: read.value };
}
