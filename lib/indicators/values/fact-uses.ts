import type { ReadTx } from "../../platform/access/as-viewer.ts";
import { everyPart } from "../formula/expression.ts";
import { factOf } from "../formula/facts.ts";
import { parseFormula } from "../formula/parse.ts";
import { enteredValueCode } from "./definitions.ts";
import { factKey, readFacts } from "./fact-reads.ts";
import { type ValuePeriod, wholeYear, type YearPart } from "./period.ts";
import { factValue } from "./school-facts.ts";

/** A fact as a formula names it, with its value and the person behind it. */
export interface FactUse {
  /** As it stands in the formula: `works_n5("MA")`. */
  text: string;
  code: string;
  subject: string | null;
  grade: number | null;
  /** One year earlier, because the formula asks `previous(…)`. */
  value: number | null;
  source: string;
  /** A base unit, or null for yes/no. */
  unit: string | null;
  entered: { who: string | null; at: Date; note: string; origin: string } | null;
}

interface Texts {
  code: string;
  numerator: string | null;
  denominator: string | null;
  condition: string | null;
}

/** The facts of a formula for one school and period, each once, in the order of the text. */
export async function factUses(
  tx: ReadTx,
  schoolId: number,
  period: ValuePeriod,
  texts: Texts,
): Promise<FactUse[]> {
  const { schoolYear, part } = period;
  const read = await readFacts(tx, [schoolId], [schoolYear], part === wholeYear ? [] : [period]);
  const facts = read.get(factKey(schoolId, schoolYear, part));
  const entered = await readEntered(tx, schoolId, schoolYear, part);
  const asked = texts.numerator === null ? [ownValue(texts.code)] : partsOf(texts);
  const seen = new Map(asked.map((part) => [part.text, part]));
  return [...seen.values()].map(({ text, code, subject, grade }) => ({
    ...{ text, code, subject, grade },
    value: factValue(facts, code, subject, grade),
    source: factOf(code)?.source ?? "entered",
    unit: factOf(code)?.unit ?? null,
    entered: entered.get(code) ?? null,
  }));
}

const ownValue = (code: string) => ({
  ...{ text: enteredValueCode(code), code: enteredValueCode(code), subject: null, grade: null },
});

function partsOf(texts: Texts) {
  return [texts.numerator, texts.denominator, texts.condition].flatMap((text) => {
    const parsed = text === null || text.trim() === "" ? null : parseFormula(text);
    if (!parsed?.ok) return [];
    return [...everyPart(parsed.expression)].flatMap((part) =>
      part.kind === "fact"
        ? [{ text: textOf(part), code: part.code, subject: part.subject, grade: part.grade }]
        : [],
    );
  });
}

function textOf({
  code,
  subject,
  grade,
}: {
  code: string;
  subject: string | null;
  grade: number | null;
}): string {
  const selection = [subject === null ? null : `"${subject}"`, grade].filter((one) => one !== null);
  return selection.length === 0 ? code : `${code}(${selection.join(", ")})`;
}

async function readEntered(tx: ReadTx, schoolId: number, schoolYear: number, part: YearPart) {
  const rows = await tx.$queryRaw<
    { code: string; who: string | null; at: Date; note: string; origin: string }[]
  >`
    SELECT f.code, p.name AS who, f.entered_at AS at, f.note, f.origin FROM indicator_fact f LEFT JOIN person p ON p.id = f.entered_by
    WHERE f.school_id = ${schoolId} AND f.school_year = ${schoolYear} AND f.part = ${part}`;
  return new Map(rows.map(({ code, ...entered }) => [code, entered]));
}
