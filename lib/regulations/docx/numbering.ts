import { scanPart } from "../../platform/workbook/xml-part.ts";
import { TOKEN } from "../../platform/workbook/xml-scanner.ts";
import type { Zip } from "../../platform/workbook/zip.ts";
import { writeNumber } from "./number-format.ts";
import { attribute, number, W } from "./xml.ts";

interface LevelRule {
  start: number;
  format: string;
  /** «%1.%2.»: the numbers of which levels, and what stands between them */
  text: string;
  /** numbers of the levels above are written in figures */
  legal: boolean;
}

interface NumberedList {
  abstract: number;
  starts: Map<number, number>;
}

/** Counts as the writer of the document does: each call is the next paragraph of that list and level. */
export type Numberer = (numId: number, level: number) => string | null;

/**
 * The automatic numbers of a document, from its part numbering.xml (ECMA-376 part 1, 17.9). What is called gives the text of
 * the number («2.3.»), "" for a bullet, null for a list that the part does not know. Lists that share one definition go on
 * counting one after another, unless one of them begins anew.
 */
export function readNumbering(zip: Zip, part: string): Numberer {
  const levels = new Map<string, LevelRule>();
  const lists = new Map<number, NumberedList>();
  read(zip, part, levels, lists);
  const counters = new Map<number, (number | undefined)[]>();
  const begun = new Set<number>();
  return (numId, level) => {
    const list = lists.get(numId);
    const rule = list && levels.get(`${list.abstract}:${level}`);
    if (!list || !rule) return null;
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    // A list with starts of its own begins anew from the first level that it names.
    if (!begun.has(numId) && list.starts.size > 0)
      counts.length = Math.min(counts.length, ...list.starts.keys());
    begun.add(numId);
    const ruleOf = (at: number) => levels.get(`${list.abstract}:${at}`);
    const startOf = (at: number) => list.starts.get(at) ?? ruleOf(at)?.start ?? 1;
    // Levels above that were never counted stand at their first number.
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1;
    counts.length = level + 1;
    return rule.format === "bullet"
      ? ""
      : rule.text.replace(/%([1-9])/g, (_, digit: string) => {
          const at = Number(digit) - 1;
          const format = rule.legal ? "decimal" : (ruleOf(at)?.format ?? "decimal");
          return writeNumber(counts[at] ?? 1, format);
        });
  };
}

function read(
  zip: Zip,
  part: string,
  levels: Map<string, LevelRule>,
  lists: Map<number, NumberedList>,
): void {
  const x = scanPart(zip, part);
  if (x === null) return;
  let abstract: number | null = null;
  let list: NumberedList | null = null;
  let level = 0;
  let rule: LevelRule | null = null;
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token !== TOKEN.open) continue;
    switch (x.name) {
      case W.abstractNum:
        abstract = number(x, W.idOfAbstract);
        list = null;
        break;
      case W.num: {
        const id = number(x, W.idOfNum);
        abstract = null;
        rule = null;
        list = { abstract: -1, starts: new Map() };
        if (id !== null) lists.set(id, list);
        break;
      }
      case W.abstractNumId:
        if (list) list.abstract = number(x, W.val) ?? -1;
        break;
      case W.lvlOverride:
      case W.lvl:
        level = number(x, W.levelOf) ?? 0;
        rule = { start: 1, format: "decimal", text: "", legal: false };
        // A level that one list redefines is rare; its start is followed, its look is the definition's.
        if (x.name === W.lvl && list === null && abstract !== null) levels.set(`${abstract}:${level}`, rule);
        break;
      case W.startOverride:
        list?.starts.set(level, number(x, W.val) ?? 1);
        break;
      case W.start:
        if (rule) rule.start = number(x, W.val) ?? 1;
        break;
      case W.numFmt:
        if (rule) rule.format = attribute(x, W.val) ?? "decimal";
        break;
      case W.lvlText:
        if (rule) rule.text = attribute(x, W.val) ?? "";
        break;
      case W.isLgl:
        if (rule) rule.legal = attribute(x, W.val) !== "0";
        break;
    }
  }
}
