import { plain } from "../platform/text/plain.ts";
import { readLoadDate } from "./cells/load-date.ts";
import { readWhole } from "./cells/whole-number.ts";
import type { SchoolsOfForm } from "./check-schools.ts";
import type { WorkPlan } from "./check-works.ts";
import type { FormFindingCode } from "./form-findings.ts";
import type { FormReading, RowReading } from "./layouts/layout.ts";
import { isOwnTotal } from "./layouts/line-kind.ts";

/** Why a row is not simply loaded: it waits for a person (`held`), or another row stands for it. */
export interface Fate {
  kind: "held" | "equalDuplicate" | "superseded";
  code: FormFindingCode;
  params: Record<string, string | number>;
}

const SHOWN_ROWS = 10;

/**
 * Rows that cannot be loaded as they stand, by index: no code, absent with points, and the same code twice in one school and
 * work (forms.md D-40). Equal rows count once; rows that differ only in «Дата загрузки» are one row, the latest upload
 * counts; all others wait.
 */
export function decideFates(
  reading: FormReading,
  schools: SchoolsOfForm,
  plans: readonly WorkPlan[],
): readonly (Fate | undefined)[] {
  const fates: (Fate | undefined)[] = new Array(reading.rows.length);
  const first = new Map<string, number>();
  const groups = new Map<string, number[]>();
  reading.rows.forEach((row, i) => {
    const work = plans[row.work]?.facts;
    const school = schools.of(i);
    if (!work || !school.facts) return;
    if (row.code === "") {
      fates[i] = { kind: "held", code: "rowWithoutCode", params: {} };
      return;
    }
    if (row.absent && hasPoints(row)) fates[i] = { kind: "held", code: "absentWithItems", params: {} };
    const key = `${work.id}|${school.login}|${row.code}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    else groups.set(key, [...(groups.get(key) ?? [before]), i]);
  });
  for (const group of groups.values()) decideGroup(reading.rows, group, fates);
  return fates;
}

/** An absent pupil has neither points nor a total of his own; a formula may print 0 for him. */
function hasPoints(row: RowReading): boolean {
  return isOwnTotal(row.total) || row.items.some((text) => readWhole(plain(text)) !== null);
}

function decideGroup(
  rows: readonly RowReading[],
  group: readonly number[],
  fates: (Fate | undefined)[],
): void {
  const members = group.map((index) => ({ index, row: rows[index] as RowReading }));
  const prints = new Set(members.map(({ row }) => print(row)));
  if (prints.size > 1) {
    const oneSheet = members.every(({ row }) => row.sheet === members[0]?.row.sheet);
    const list = members
      .slice(0, SHOWN_ROWS)
      .map(({ row }) => (oneSheet ? row.row : `${row.row} («${row.sheet}»)`));
    const params = { rows: list.join(", "), count: members.length };
    for (const { index } of members) fates[index] = { kind: "held", code: "duplicateDiffers", params };
    return;
  }
  const dated = members.map((member) => ({
    ...member,
    at: readLoadDate(member.row.loadedOn ?? "").at ?? "",
  }));
  const kept = dated.reduce((best, next) => (next.at > best.at ? next : best));
  for (const { index, at } of dated) {
    if (index === kept.index) continue;
    const params = { kept: kept.row.row };
    const isOlder = at !== "" && at !== kept.at;
    fates[index] = isOlder
      ? { kind: "superseded", code: "superseded", params }
      : { kind: "equalDuplicate", code: "duplicateEqual", params };
  }
}

/** Everything of a row but the date of its upload. */
function print(row: RowReading): string {
  const cells = [row.variant, row.classText, row.journal, row.total, row.mark, row.sex, ...row.items];
  return cells.map(plain).join("\u0000");
}
