import { composeAppendices } from "./appendices.ts";
import { objectOrder, type SectionKey, sections } from "./contents.ts";
import type { ActDocument, Block, Clause } from "./document.ts";
import type { ActFacts, ActIndicator } from "./facts.ts";

/** A sentence of messages/<locale>/acts.json. */
export type Say = (key: string, params?: Record<string, string | number>) => string;

/** The whole act from what is known of the school. Sections are numbered as they are taken in; keys of clauses never change. */
export function composeAct(facts: ActFacts, say: Say, language: ActDocument["language"]): ActDocument {
  const taken = sections.filter(({ key }) => facts.sections.get(key)?.included ?? true);
  const blocks = taken.flatMap(({ key, clauses }, i) => section(facts, say, key, clauses, i + 1));
  return {
    language,
    title: facts.title,
    school: facts.school,
    approved: [
      say("corner.approved"),
      facts.approvedBy,
      facts.order
        ? say("corner.order", { number: facts.order.number, on: facts.order.on })
        : say("corner.orderBlank"),
    ],
    considered: [say("corner.considered"), facts.consideredBy, say("corner.minutesBlank")],
    blocks: [...blocks, ...composeAppendices(facts, say)],
  };
}

function section(facts: ActFacts, say: Say, key: SectionKey, count: number, number: number): Block[] {
  const own = ownClauses(facts.sections.get(key)?.text ?? "");
  const texts =
    own.length > 0
      ? own
      : Array.from({ length: count }, (_, i) =>
          say(`text.${key}.${i + 1}`, { school: facts.school, schoolYear: facts.schoolYear }),
        );
  const clauses = texts.map((text, i): Clause => {
    // The words of indicators are the act's heart: each object of assessment is a clause that its indicators can be linked to.
    const object = key === "indicators" && own.length === 0 ? objectOrder[i] : undefined;
    return {
      kind: "clause",
      key: object ? `indicators.${object}` : `${key}.${i + 1}`,
      number: `${number}.${i + 1}`,
      text,
      items: own.length > 0 ? [] : itemsOf(facts, say, key, i + 1),
    };
  });
  return [
    { kind: "heading", key, number: String(number), text: say(`section.${key}`), appendix: false },
    ...clauses,
  ];
}

/** Own words come as paragraphs; a line alone is a clause, lines that follow it without an empty line belong to it. */
export function ownClauses(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** What a clause lists after its colon, from the school's own catalogue. */
function itemsOf(facts: ActFacts, say: Say, key: SectionKey, clause: number): string[] {
  const object = key === "indicators" ? objectOrder[clause - 1] : undefined;
  if (object)
    return facts.indicators
      .filter((one) => one.object === object)
      .map((one) =>
        say("line.indicator", { code: one.code, name: one.name, unit: one.unit || say("noUnit") }),
      );
  if (key === "instruments" && clause === 2) return distinct(facts.indicators.map((one) => one.instrument));
  if (key === "structure" && clause === 6) return distinct(facts.indicators.map((one) => one.performer));
  if (key === "addressees" && clause === 2) return distinct(facts.indicators.flatMap(addresseesOf));
  return [];
}

const addresseesOf = (one: ActIndicator) => one.addressees;

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ""))];
}
