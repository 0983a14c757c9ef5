import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import type { PackedSheet } from "../results/examine-task.ts";
import { indexSchools } from "../schools/school-index.ts";
import { type ExamFacts, readExams, scaleInForce } from "./exam-facts.ts";
import { examFinding, isBlocked } from "./findings.ts";
import { tasksOfStrings } from "./protocol/answers.ts";
import { type CheckedExamRow, checkProtocol } from "./protocol/check-protocol.ts";
import { kindOf } from "./protocol/heading.ts";
import type { ProtocolReading } from "./protocol/read-protocol.ts";
import type { GivenExam } from "./schema.ts";
import { type ExamKind, isMarked, subjectOf } from "./subjects.ts";
import type { UnderstoodExam } from "./understood-exam.ts";

/** Everything that came out of looking at a protocol. */
export interface ExaminedProtocol {
  refusal: Finding | null;
  understood: UnderstoodExam | null;
  rows: readonly CheckedExamRow[];
  findings: readonly Finding[];
  sheets: readonly PackedSheet[];
  /** The text of «Код ОО» → school; only those in the viewer's scope. */
  schoolIds: ReadonlyMap<string, number>;
}

/** Finds the examination, the scale and the schools of a protocol and checks its rows. */
export async function examineProtocol(
  tx: ReadTx,
  viewer: Viewer,
  {
    reading,
    sheets,
    notes,
  }: { reading: ProtocolReading; sheets: readonly PackedSheet[]; notes: readonly Finding[] },
  fileName: string,
  given: GivenExam,
): Promise<ExaminedProtocol> {
  const findings: Finding[] = [...notes, ...aboutFile(reading)];
  const { heading } = reading;
  const classes = reading.rows.map(({ classText }) => classText);
  const kind = kindOf(classes, fileName, heading?.code ?? null, given.examKind);
  const subject = heading && kind ? subjectOf(kind, heading.code, heading.name) : null;
  const year = heading?.day ? Number(heading.day.slice(0, 4)) : null;
  if (heading && !heading.day)
    findings.push(examFinding("examDayUnreadable", { sheet: reading.sheet, row: 1 }));
  if (heading && !kind) findings.push(examFinding("examKindUnknown"));
  if (heading && kind && !subject)
    findings.push(examFinding("examSubjectUnknown", {}, { code: heading.code ?? 0, name: heading.name }));

  const exam = year && kind && subject ? await examOf(tx, year, kind, subject) : null;
  const known = exam !== null && exam.shortMax.length > 0;
  const tasks = known ? exam : tasksOfStrings(reading.rows);
  if (!known && heading)
    findings.push(
      examFinding(
        "examTasksFromFile",
        {},
        { short: tasks.shortMax.length, extended: tasks.extendedMax.length },
      ),
    );
  const { schoolIds, regionId, found } = await schoolsOf(tx, viewer, reading, given, fileName);
  findings.push(...found);
  const scale = exam ? scaleInForce(exam, regionId) : null;
  const scaleFits = scale && (isMarked(kind!, subject!) ? scale.min3 !== null : scale.testScores.length > 0);
  if (exam || (kind && subject)) {
    if (!scaleFits) findings.push(examFinding("examScaleMissing"));
    else if (scale.needsCheck) findings.push(examFinding("examScaleUnchecked", {}, { source: scale.source }));
  }
  const marked = kind !== null && subject !== null && isMarked(kind, subject);
  const check = checkProtocol(reading, { marked, ...tasks, scale });
  findings.push(...check.findings);
  const inScope = check.rows.filter((row) => schoolIds.has(row.school));
  const rows = inScope.filter((row) => !row.held);
  const blocked = isBlocked(findings);
  const understood: UnderstoodExam = {
    ...{ handedTo: "exams", layout: "F-16", blocked, absent: 0, works: [] },
    taken: rows.length,
    held: inScope.length - rows.length,
    refused: check.rows.length - inScope.length,
    duplicates: check.duplicates,
    lines: reading.lines.total,
    notData: reading.lines.notData,
    logins: [...schoolIds.keys()].slice(0, 100),
    nameColumns: reading.nameColumns.length,
    sheet: reading.sheet,
    headerRow: reading.headerRow,
    heading: reading.headingText,
    day: heading?.day ?? null,
    ...{ year, kind, subject, examId: exam?.id ?? null },
    shortMax: [...tasks.shortMax],
    extendedMax: [...tasks.extendedMax],
    tasksFromFile: !known,
    scaleEdition: scaleFits ? scale.edition : null,
  };
  return { refusal: null, understood, rows: blocked ? [] : rows, findings, sheets, schoolIds };
}

async function examOf(tx: ReadTx, year: number, kind: ExamKind, subject: string): Promise<ExamFacts | null> {
  return (await readExams(tx, { year, kind, subject })).find(({ variant }) => variant === "") ?? null;
}

function aboutFile(reading: ProtocolReading): Finding[] {
  const { sheet, columns, nameColumns, heading } = reading;
  return [
    ...(nameColumns.length > 0
      ? [
          examFinding(
            "examNames",
            { sheet, row: reading.headerRow, column: nameColumns[0] ?? null },
            { count: nameColumns.length },
          ),
        ]
      : []),
    ...(heading ? [] : [examFinding("examHeadingUnreadable", { sheet, row: 1 })]),
    ...(reading.rows.length === 0 ? [examFinding("examNoRows", { sheet })] : []),
    ...(columns.oral ? [examFinding("examOralKept", { sheet, column: columns.oral })] : []),
    ...reading.otherSheets.map((name) => examFinding("examOtherSheet", { sheet: name }, { name })),
  ];
}

/**
 * Schools by «Код ОО»: the six digits of the login. A code of another kind is taken for the person's own school, or for the login that the
 * person or the file's name states, when the protocol has only one code; otherwise its rows are refused.
 */
async function schoolsOf(
  tx: ReadTx,
  viewer: Viewer,
  reading: ProtocolReading,
  given: GivenExam,
  fileName: string,
): Promise<{ schoolIds: Map<string, number>; regionId: number | null; found: Finding[] }> {
  const codes = [...new Set(reading.rows.map(({ school }) => school))];
  const found: Finding[] = [];
  const loginOf = new Map(codes.map((code) => [code, /(\d{6})$/.exec(code)?.[1] ?? null]));
  const [only] = codes;
  if (codes.length === 1 && only !== undefined && loginOf.get(only) === null) {
    const own =
      viewer.schoolId === null
        ? null
        : await tx.school.findUnique({ where: { id: viewer.schoolId }, select: { login: true } });
    const stated = given.login ?? /(?:edu|sch)(\d{6})(?!\d)/i.exec(fileName)?.[1] ?? own?.login ?? null;
    if (stated) {
      loginOf.set(only, stated);
      found.push(examFinding("examSchoolFromPerson", {}, { code: only, login: `edu${stated}` }));
    } else found.push(examFinding("examSchoolNotStated", {}, { code: only }));
  }
  const index = await indexSchools(
    tx,
    [...loginOf.values()].filter((login) => login !== null),
  );
  const schoolIds = new Map<string, number>();
  for (const [code, login] of loginOf) {
    const school = login === null ? undefined : index.get(login);
    if (school && !school.closed) schoolIds.set(code, school.id);
    else if (!found.some(({ code: said }) => said === "examSchoolNotStated")) {
      const row = reading.rows.find((one) => one.school === code);
      const place = {
        sheet: reading.sheet,
        row: row?.row ?? null,
        column: reading.columns.school ?? null,
        raw: code,
      };
      const count = reading.rows.filter((one) => one.school === code).length;
      found.push(examFinding("examSchoolUnknown", place, { school: code, count }));
    }
  }
  const [first] = schoolIds.values();
  const school =
    first === undefined
      ? null
      : await tx.school.findUnique({ where: { id: first }, include: { municipality: true } });
  return { schoolIds, regionId: school?.municipality.regionId ?? viewer.regionId, found };
}
