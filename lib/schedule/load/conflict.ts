import type { Conflict, RuleCode } from "./shapes.ts";
import type { Item } from "./year.ts";

/** Rules that ask rather than forbid. */
const asking: ReadonlySet<RuleCode> = new Set(["offTimetable", "trainingWork"]);

/** Rules that no other day or lesson ends. */
const anyDay: ReadonlySet<RuleCode> = new Set(["overTenPercent", "trainingWork"]);

/** Makes a conflict whose key depends on the rule and the things in conflict only. */
export function conflict(
  rule: RuleCode,
  about: string,
  items: readonly Item[],
  rest: Partial<Pick<Conflict, "classes" | "grade" | "subject" | "on" | "params">>,
): Conflict {
  return {
    rule,
    weight: asking.has(rule) ? "check" : "conflict",
    key: `${rule}:${about}`,
    works: items.map((item) => item.work.id),
    classes: rest.classes ?? items[0]!.work.classes,
    grade: rest.grade ?? null,
    subject: rest.subject ?? null,
    on: rest.on ?? null,
    params: rest.params ?? {},
    movable: !anyDay.has(rule),
  };
}

/** A conflict of one work with the day or lesson it stands on. */
export function ofOne(
  rule: RuleCode,
  item: Item,
  classes: readonly string[] = item.work.classes,
  params: Conflict["params"] = {},
): Conflict {
  return conflict(rule, item.work.id, [item], {
    classes,
    subject: item.work.subject,
    on: item.work.on,
    params,
  });
}

/** By day (the whole year last), then by rule and key. */
export function byTime(a: Conflict, b: Conflict): number {
  if (a.on !== b.on) return a.on === null ? 1 : b.on === null ? -1 : a.on < b.on ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
