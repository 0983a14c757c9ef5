import { readSubject } from "#lib/assessments/subjects.ts";
import { plain } from "#lib/platform/text/plain.ts";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { readLevel } from "#lib/results/cells/level.ts";
import { readLogin } from "#lib/results/cells/login.ts";
import { readWhole } from "#lib/results/cells/whole-number.ts";
import { formFinding } from "#lib/results/form-findings.ts";
import { column, needed, requiredHeaders } from "./columns.ts";
import { headingValue, readTitle } from "./form-heading.ts";
import { type GroupLine, readGroupLine } from "./group-line.ts";
import type { DeclaredCount, Layout } from "./layout.ts";
import { hasForm, type ReadSheet, readForm } from "./read-form.ts";
import type { Header } from "./read-header.ts";

/** Columns of layout F, Ф1 «Индивидуальные результаты» (forms.md F-05). */
const COLUMNS = [
  needed("code", "Код участника"),
  needed("total", "Первичный балл"),
  needed("mark", "Отметка"),
  column("login", "ОО"),
  column("municipality", "Муниципалитет"),
  column("school", "Название ОО"),
  column("class", "Класс"),
  column("variant", "Вариант"),
  column("sex", "Пол"),
  column("journal", "Отметка по журналу"),
];

/** Letters Б, П, В above the task columns, where the row «Уровень сложности задания» stands. */
function readDifficulty(sheet: TextSheet, header: Header, before: number): void {
  for (let i = 0; i < before; i++) {
    const row = sheet.rows[i] ?? [];
    if (!row.some((text) => /^УРОВЕНЬ СЛОЖНОСТИ/.test(headerKey(text)))) continue;
    for (const task of header.tasks) {
      const letter = headerKey(row[task.column - 1] ?? "");
      if (letter === "Б" || letter === "П" || letter === "В") task.difficulty = letter;
    }
  }
}

/** Title, subject line, date and maximum; where two of them disagree the value stays open and none wins (forms.md D-35). */
function readHeading(sheet: TextSheet, header: Header, before: number) {
  const findings: Finding[] = [];
  const title = readTitle(sheet, before);
  const subjectLine = headingValue(sheet, before, /^ПРЕДМЕТ(?![А-Я])/);
  const date = headingValue(sheet, before, /^ДАТА(?![А-Я])/);
  const max = headingValue(sheet, before, /^МАКСИМАЛЬНЫЙ ПЕРВИЧНЫЙ БАЛЛ/);
  let subject = title ? readSubject(title.subject) : subjectLine ? readSubject(subjectLine.text) : null;
  let year: number | null = title?.year ?? null;
  const at = (row: number, columnNumber: number, raw: string) => ({
    sheet: sheet.name,
    row,
    column: columnNumber,
    raw,
  });
  if (!title) findings.push(formFinding("titleUnreadable", { sheet: sheet.name }));
  else if (subject === null) {
    findings.push(
      formFinding("subjectUnknown", at(title.row, title.column, title.printed), { subject: title.subject }),
    );
  }
  const second = subjectLine ? readSubject(subjectLine.text) : null;
  if (title && subjectLine && subject !== null && second !== null && second !== subject) {
    const place = at(subjectLine.row, subjectLine.column, subjectLine.text);
    findings.push(formFinding("titleDisagrees", place, { title: title.printed, line: subjectLine.text }));
    subject = null;
  }
  const dateYear = readWhole(/(?:^|\.)(20\d\d)(?:$|[^\d])/.exec(date?.text ?? "")?.[1] ?? "");
  if (title && date && dateYear !== null && dateYear !== title.year) {
    findings.push(
      formFinding("titleDisagrees", at(date.row, date.column, date.text), {
        title: title.printed,
        line: date.text,
      }),
    );
    year = null;
  }
  const declaredMax = max ? readWhole(max.text) : null;
  const sum = header.tasks.reduce((total, task) => total + (task.max ?? 0), 0);
  if (max && declaredMax !== null && declaredMax !== sum) {
    findings.push(
      formFinding("declaredMaxDiffers", at(max.row, max.column, max.text), { declared: declaredMax, sum }),
    );
  }
  const readFrom: Record<string, string> = {
    school: header.columns.login === undefined ? "groupLine" : "column",
  };
  if (year !== null) readFrom.year = "title";
  if (subject !== null) readFrom.subject = title ? "title" : "subjectLine";
  if (title) readFrom.grade = "title";
  const level = title ? readLevel(title.printed) : null;
  return {
    findings,
    year,
    subject,
    grade: title?.grade ?? null,
    title: title?.printed ?? null,
    level,
    declaredMax,
    readFrom,
  };
}

const readSheet: ReadSheet = (sheet, header, headerIndex) => {
  readDifficulty(sheet, header, headerIndex);
  const { findings, ...heading } = readHeading(sheet, header, headerIndex);
  const declared: DeclaredCount[] = [];
  const { login, school, municipality } = header.columns;
  const at = (row: readonly string[], number: number | undefined) =>
    number === undefined ? "" : plain(row[number - 1] ?? "");
  let group: GroupLine | null = null;
  let reported: GroupLine | null = null;
  return {
    work: { ...heading, workCode: null, classNumbers: false, classList: null },
    findings,
    declared,
    lines: {
      totalIsResult: true,
      special(row, index) {
        const line = readGroupLine(row);
        if (!line) return null;
        group = line;
        if (line.participants !== null) {
          const place = { sheet: sheet.name, row: index + 1, column: line.column };
          declared.push({ login: line.login, participants: line.participants, ...place });
        }
        return "groupLine";
      },
      school(row, index) {
        const own = readLogin(at(row, login));
        if (own !== null && group && group.login !== null && own !== group.login && reported !== group) {
          reported = group;
          const place = { sheet: sheet.name, row: index + 1, column: login ?? null, raw: at(row, login) };
          findings.push(
            formFinding("schoolDisagrees", place, { own: `edu${own}`, group: `edu${group.login}` }),
          );
        }
        return {
          login: own ?? group?.login ?? null,
          schoolName: at(row, school) || (group?.name ?? null),
          municipality: at(row, municipality) || null,
        };
      },
    },
  };
};

/** Layout F: Ф1, one or many schools, title and difficulty above the header, a group line before the pupils of a school. */
export const individualResults: Layout = {
  code: "F",
  expected: requiredHeaders(COLUMNS),
  recognise: (book) => hasForm(book, COLUMNS),
  read: (book) => readForm("F", book, COLUMNS, readSheet),
};
