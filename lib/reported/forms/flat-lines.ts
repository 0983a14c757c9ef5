import { readSubject } from "../../assessments/subjects.ts";
import { readLogin } from "../../results/cells/login.ts";
import { readWhole } from "../../results/cells/whole-number.ts";
import type { ReportedUnit } from "../report.ts";
import { cellText } from "./printed-figure.ts";
import type { ReportDraft } from "./report-draft.ts";
import { columnOf, type ReportTable } from "./report-table.ts";
import { readUnit } from "./unit-level.ts";

/**
 * The analysts' flat table (forms.md F-06): «Год, Класс, Предмет, Муниципалитет, Логин, ОО, Кол-во участников, …», a line for
 * each school and work. Which work a line is about stands in the line itself.
 */
export class FlatLines {
  private readonly works = new Map<string, number>();
  private readonly draft: ReportDraft;
  private readonly table: ReportTable;
  /** what the name of the file says where the table has no such column */
  private readonly named: { year: number | null; grade: number | null; subject: string | null };

  constructor(draft: ReportDraft, table: ReportTable, named: FlatLines["named"]) {
    this.draft = draft;
    this.table = table;
    this.named = named;
  }

  static is({ keys }: Pick<ReportTable, "keys">): boolean {
    return columnOf({ keys }, "Логин") >= 0 && columnOf({ keys }, "ОО") >= 0;
  }

  /** The work of a line; `maxScore` of a table that has a column for each score. */
  work(row: number, maxScore: number | null = null): number {
    const { sheet, header } = this.table;
    const text = (name: string) => cellText(sheet, row, columnOf(this.table, name));
    const year = readWhole(text("Год")) ?? this.named.year;
    const grade = readWhole(/\d{1,2}/.exec(text("Класс"))?.[0] ?? "") ?? this.named.grade;
    const subject = readSubject(text("Предмет")) ?? this.named.subject;
    const key = `${year} ${grade} ${subject}`;
    const known = this.works.get(key);
    if (known !== undefined) return known;
    const added = this.draft.addWork({
      ...{ exam: "vpr", year, grade, subject, level: null, title: null, maxScore, tasks: [] },
      ...{ sheet: sheet.name, headerRow: header + 1 },
      readFrom: { year: "column", grade: "column", subject: "column" },
    });
    this.works.set(key, added);
    return added;
  }

  /** Whom a line is about: a school by its login, an area by its name. */
  unit(row: number): number {
    const text = (name: string) => cellText(this.table.sheet, row, columnOf(this.table, name));
    const login = readLogin(text("Логин"));
    const place = text("Муниципалитет");
    const unit: ReportedUnit =
      login === null
        ? readUnit(text("ОО") || place, place)
        : { kind: "school", name: text("ОО"), login: `edu${login}`, place };
    return this.draft.addUnit(unit);
  }
}
