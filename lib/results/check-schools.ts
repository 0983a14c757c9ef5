import type { Finding } from "../platform/workbook/finding.ts";
import type { CheckFacts } from "./check.ts";
import type { WorkPlan } from "./check-works.ts";
import { formFinding } from "./form-findings.ts";
import type { Field, FormReading, RowReading } from "./layouts/layout.ts";

/** A school of the registry; `classes` = labels of the year of the work, empty when the school has no list. */
export interface SchoolFacts {
  id: number;
  name: string;
  classes: readonly string[];
}

/** The school of a row; `facts` null = its rows are refused. */
export interface SchoolOfRow {
  login: string;
  facts: SchoolFacts | null;
}

export interface SchoolsOfForm {
  of(index: number): SchoolOfRow;
  facts: ReadonlyMap<string, SchoolFacts>;
  findings(): Finding[];
}

interface Seen extends SchoolOfRow {
  refusal: "schoolNotStated" | "schoolUnreadable" | "schoolUnknown" | "schoolOutOfScope" | null;
  rows: number;
  first: RowReading;
  names: Map<string, RowReading>;
}

/**
 * Finds the school of every row once: by the file, else as stated by the person (`facts.given.login`). Its questions do not
 * wait for the work to be settled, so that a person is asked everything at once.
 */
export function readSchools(
  reading: FormReading,
  facts: CheckFacts,
  plans: readonly WorkPlan[],
): SchoolsOfForm {
  const seen = new Map<string, Seen>();
  const perRow: SchoolOfRow[] = [];
  reading.rows.forEach((row, i) => {
    const login = row.login ?? facts.given.login ?? "";
    let school = seen.get(login);
    if (!school) {
      school = { ...judge(login, facts, plans[row.work]), login, rows: 0, first: row, names: new Map() };
      seen.set(login, school);
    }
    school.rows++;
    if (row.schoolName !== null && !school.names.has(row.schoolName)) school.names.set(row.schoolName, row);
    perRow[i] = school;
  });
  const known = new Map<string, SchoolFacts>();
  for (const school of seen.values()) if (school.facts) known.set(school.login, school.facts);
  return {
    of: (index) => perRow[index] as SchoolOfRow,
    facts: known,
    findings: () => [...seen.values()].flatMap((school) => report(school, plans)),
  };
}

function judge(
  login: string,
  facts: CheckFacts,
  plan: WorkPlan | undefined,
): Pick<Seen, "facts" | "refusal"> {
  if (login === "") {
    const stated = plan?.reading.readFrom.school !== undefined;
    return { facts: null, refusal: stated ? "schoolUnreadable" : "schoolNotStated" };
  }
  const school = facts.schools.get(login);
  if (!school) return { facts: null, refusal: "schoolUnknown" };
  return facts.inScope.has(login)
    ? { facts: school, refusal: null }
    : { facts: null, refusal: "schoolOutOfScope" };
}

function report(school: Seen, plans: readonly WorkPlan[]): Finding[] {
  const columns: Readonly<Partial<Record<Field, number>>> = plans[school.first.work]?.reading.columns ?? {};
  const place = { sheet: school.first.sheet, row: school.first.row, column: columns.login ?? null };
  if (school.refusal) {
    const [name = ""] = school.names.keys();
    const login = school.login === "" ? null : `edu${school.login}`;
    const params = { school: name === "" ? (login ?? "") : `${login} (${name})`, count: school.rows };
    return [formFinding(school.refusal, { ...place, raw: login }, params)];
  }
  const registered = school.facts?.name ?? "";
  const other = [...school.names].find(([name]) => haveOtherNumbers(name, registered));
  if (!other) return [];
  const [name, row] = other;
  const where = {
    sheet: row.sheet,
    row: row.row,
    column: columns.school ?? columns.login ?? null,
    raw: name,
  };
  return [formFinding("schoolNameDiffers", where, { login: `edu${school.login}`, name, registered })];
}

/**
 * Names of schools are written in many ways, their numbers in one: «МБОУ СОШ № 5» and «Школа № 5» are taken as the same,
 * «№ 5» and «№ 7» are a question (forms.md D-17). Names without a number are not compared.
 */
function haveOtherNumbers(a: string, b: string): boolean {
  const first = a.match(/\d+/g) ?? [];
  const second = new Set(b.match(/\d+/g) ?? []);
  return first.length > 0 && second.size > 0 && !first.some((number) => second.has(number));
}
