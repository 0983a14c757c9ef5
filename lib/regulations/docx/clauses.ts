import type { UnkeyedClause } from "../clause-keys.ts";
import type { Paragraph } from "./paragraphs.ts";

/** «2.3.1. », «4) », «IV. » at the start of a paragraph; a single number needs its point, so that «2026 год» is none. */
const TYPED = /^(?:([1-9]\d?(?:\.[1-9]\d{0,2})+)\.?|([1-9]\d{0,2})\.|([IVXLC]{1,7})\.)\s+(?=\S)/;
/** Sections with a word of their own, from the widest down. An appendix begins everything anew. */
const SECTION =
  /^(приложение|додаток|раздел|розділ|глава|статья|стаття)\s+(?:№\s*)?([1-9]\d{0,2}(?:\.\d+)?|[IVXLC]{1,7}|[А-ЯІЇЄ])(?:[.:]|\s|$)\s*/iu;
const RANKS: Readonly<Record<string, number>> = {
  приложение: 0,
  додаток: 0,
  раздел: 1,
  розділ: 1,
  глава: 2,
  статья: 3,
  стаття: 3,
};
/** An item of a list inside a clause: «а) », «1) ». It stays a line of the clause. */
const ITEM = /^(?:[\p{L}]|[1-9]\d?)\)$/u;
const HEADING_LENGTH = 150;

/**
 * Clauses of a document: every numbered paragraph and every heading begins one, other paragraphs are lines of the clause
 * that they follow; what stands before the first is a clause without a number. Items of lists stay lines of their clause.
 */
export function clausesOf(paragraphs: readonly Paragraph[]): UnkeyedClause[] {
  const clauses: UnkeyedClause[] = [];
  // Open sections that have a word: clauses inside are that much deeper.
  let open: number[] = [];
  const addLine = (line: string) => {
    const last = clauses.at(-1);
    if (!last) clauses.push({ number: "", heading: "", body: line, depth: 1 });
    else last.body = last.body === "" ? line : `${last.body}\n${line}`;
  };
  for (const { text, number: counted, headingLevel, inTable } of paragraphs) {
    if (inTable) {
      addLine(text);
      continue;
    }
    const section = SECTION.exec(text);
    if (section && (headingLevel !== null || text.length <= HEADING_LENGTH)) {
      const [whole, word = "", mark = ""] = section;
      const rank = RANKS[word.toLowerCase()] ?? 0;
      open = rank === 0 ? [0] : [...open.filter((other) => other < rank), rank];
      const isArticle = rank === 3;
      clauses.push({
        number: isArticle ? mark : `${word} ${mark}`,
        heading: text.slice(whole.length).trim(),
        body: "",
        depth: Math.min(open.length, 6),
      });
      continue;
    }
    const found = numberOf(text, counted);
    if (found === null && headingLevel === null) {
      addLine(counted === "" ? `— ${text}` : counted !== null ? `${counted} ${text}` : text);
      continue;
    }
    const rest = found?.rest ?? text;
    const number = found?.number ?? "";
    const depth = open.length + (number === "" ? (headingLevel ?? 1) : partsOf(number));
    const isHeading = headingLevel !== null || (partsOf(number) === 1 && looksLikeHeading(rest));
    clauses.push({
      number,
      heading: isHeading ? rest : "",
      body: isHeading ? "" : rest,
      depth: Math.min(depth, 6),
    });
  }
  return clauses;
}

function numberOf(text: string, counted: string | null): { number: string; rest: string } | null {
  if (counted !== null && counted !== "" && !ITEM.test(counted.trim())) {
    const number = counted.trim().replace(/[.)\s]+$/, "");
    return number === "" ? null : { number, rest: text };
  }
  const typed = TYPED.exec(text);
  if (counted !== null || !typed) return null;
  return { number: typed[1] ?? typed[2] ?? typed[3] ?? "", rest: text.slice(typed[0].length) };
}

function partsOf(number: string): number {
  return number.split(".").filter((part) => part !== "").length;
}

function looksLikeHeading(text: string): boolean {
  return text.length <= HEADING_LENGTH && !/[.;:,]$/.test(text) && !text.includes("\n");
}
