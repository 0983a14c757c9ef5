import type { Say } from "./compose.ts";
import type { AppendixKey } from "./contents.ts";
import type { Block, Table } from "./document.ts";
import type { ActFacts } from "./facts.ts";

type Content = { key: AppendixKey; widths: readonly number[]; rows: readonly (readonly string[])[] };

/** The tables behind the act, each under a heading of its own, in the order of `contents.ts`. */
export function composeAppendices(facts: ActFacts, say: Say): Block[] {
  return contentsOf(facts).flatMap(({ key, widths, rows }, i): Block[] => {
    const title = say(`appendix.${key}.title`, { schoolYear: facts.schoolYear });
    const table: Table = {
      kind: "table",
      key: `${key}.table`,
      caption: title,
      columns: widths.map((width, column) => ({ title: say(`appendix.${key}.c${column + 1}`), width })),
      rows,
      empty: say(`appendix.${key}.empty`),
    };
    return [
      {
        kind: "heading",
        key,
        number: "",
        text: say("appendixHeading", { number: i + 1, title }),
        appendix: true,
      },
      table,
    ];
  });
}

function contentsOf(facts: ActFacts): Content[] {
  const { indicators } = facts;
  return [
    {
      key: "indicatorTable",
      widths: [0.1, 0.36, 0.12, 0.24, 0.18],
      rows: indicators.map((one) => [one.code, one.name, one.unit, one.formula, one.levels]),
    },
    {
      key: "instrumentTable",
      widths: [0.1, 0.32, 0.24, 0.2, 0.14],
      rows: indicators.map((one) => [one.code, one.name, one.instrument, one.source, one.period]),
    },
    {
      key: "performerTable",
      widths: [0.24, 0.4, 0.36],
      rows: performersOf(facts),
    },
    {
      key: "cycleTable",
      widths: [0.16, 0.32, 0.18, 0.18, 0.16],
      rows: facts.cycle.map((row) => [row.when, row.what, row.performer, row.output, row.addressee]),
    },
    {
      key: "scheduleTable",
      widths: [0.16, 0.14, 0.2, 0.32, 0.18],
      rows: facts.works.map((row) => [row.on, row.classes, row.subject, row.name, row.level]),
    },
    { key: "formTable", widths: [0.36, 0.64], rows: formsOf(facts) },
    {
      key: "measureTable",
      widths: [0.4, 0.2, 0.18, 0.22],
      rows: facts.measures.map((row) => [row.text, row.performer, row.due, row.output]),
    },
  ];
}

/** Each performer with the indicators for which he answers and whom he tells of them. */
function performersOf({ indicators }: ActFacts): string[][] {
  return groups(indicators.map((one) => [one.performer, one] as const)).map(([performer, ones]) => [
    performer,
    ones.map((one) => one.code).join(", "),
    [...new Set(ones.flatMap((one) => one.addressees))].join(", "),
  ]);
}

/** Each instrument with the indicators whose data it brings. */
function formsOf({ indicators }: ActFacts): string[][] {
  return groups(indicators.map((one) => [one.instrument, one] as const)).map(([instrument, ones]) => [
    instrument,
    ones.map((one) => one.code).join(", "),
  ]);
}

function groups<T>(pairs: readonly (readonly [string, T])[]): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const [name, one] of pairs) if (name !== "") found.set(name, [...(found.get(name) ?? []), one]);
  return [...found];
}
