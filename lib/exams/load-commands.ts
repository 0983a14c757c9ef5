import { readFile } from "node:fs/promises";
import path from "node:path";
import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { systemViewer } from "../platform/access/viewer.ts";
import { readTable } from "../platform/workbook/table.ts";
import { readWorkbook } from "../platform/workbook/workbook.ts";
import type { ScaleRule } from "./scale-rules.ts";
import { examSubjects, isExamKind } from "./subjects.ts";

/** A line of prisma/seed/exams.csv. */
export interface ShippedExam {
  kind: string;
  year: number;
  subject: string;
  variant: string;
  shortMax: number[];
  extendedMax: number[];
  maxPrimary: number | null;
  min3: number | null;
  min4: number | null;
  min5: number | null;
  attestat: number | null;
  rosobrnadzor: number | null;
  minobrnauki: number | null;
  profileMin: number | null;
  testScores: number[];
  rule: ScaleRule;
  needsCheck: boolean;
  source: string;
  note: string;
}

/** The examinations and scales that come with the portal (handbook §2.1–2.4). A line that cannot be read is a defect and throws. */
export async function shippedExams(): Promise<ShippedExam[]> {
  const name = "exams.csv";
  const outcome = readWorkbook(await readFile(path.join(process.cwd(), "prisma", "seed", name)), name);
  const table = outcome.ok ? readTable(outcome.workbook) : null;
  if (!table?.ok) throw new Error("prisma/seed/exams.csv cannot be read");
  return table.table.rows.map(({ values }) => toExam(Object.fromEntries(values)));
}

function toExam(row: Record<string, string>): ShippedExam {
  const text = (column: string) => row[column] ?? "";
  const number = (column: string) => (text(column) === "" ? null : Number(text(column)));
  const numbers = (column: string) => text(column).split(" ").filter(Boolean).map(Number);
  const exam = {
    kind: text("kind"),
    year: Number(text("year")),
    subject: text("subject"),
    variant: text("variant"),
    shortMax: numbers("short_max"),
    extendedMax: numbers("extended_max"),
    maxPrimary: number("max"),
    min3: number("min3"),
    min4: number("min4"),
    min5: number("min5"),
    attestat: number("attestat"),
    rosobrnadzor: number("rosobrnadzor"),
    minobrnauki: number("minobrnauki"),
    profileMin: number("profile_min"),
    testScores: numbers("test_scores"),
    rule: readRule(text("rule")),
    needsCheck: text("needs_check") === "yes",
    source: text("source"),
    note: text("note"),
  };
  const isKnown = isExamKind(exam.kind) && (examSubjects as readonly string[]).includes(exam.subject);
  if (!isKnown || (exam.testScores.length > 0 && exam.testScores.length !== (exam.maxPrimary ?? 0) + 1))
    throw new Error(`prisma/seed/exams.csv: ${JSON.stringify(row)}`);
  return exam;
}

/** `geometry:15 16:2` = so many points of these tasks; `literacy:8 9:4:6` = points of these criteria for «4» and «5», `?` where they are not known. */
function readRule(text: string): ScaleRule {
  if (text === "") return {};
  const [name, tasks = "", first, second] = text.split(":");
  const numbers = tasks === "?" ? null : tasks.split(" ").map(Number);
  if (name === "geometry" && numbers) return { geometry: { tasks: numbers, min: Number(first) } };
  if (name === "literacy")
    return { literacy: { extended: numbers, min4: Number(first), min5: Number(second) } };
  throw new Error(`prisma/seed/exams.csv: ${text}`);
}

/** Adds the definitions that come with the portal where nobody has described the examination yet; repeating it changes nothing. */
export async function loadShippedExams(now: Date): Promise<{ added: number }> {
  const exams = await shippedExams();
  return inTransaction(systemViewer, async (tx) => {
    const [before] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM exam_scale`;
    await addExams(tx, exams);
    await addScales(tx, exams, now);
    const [after] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM exam_scale`;
    return { added: (after?.count ?? 0) - (before?.count ?? 0) };
  });
}

async function addExams(tx: WriteTx, exams: readonly ShippedExam[]): Promise<void> {
  const records = exams.map((exam) => ({
    ...exam,
    short_max: exam.shortMax,
    extended_max: exam.extendedMax,
  }));
  await tx.$executeRaw`
    INSERT INTO exam (year, kind, subject, variant, short_max, extended_max, tasks_need_check)
    SELECT year, kind, subject, variant, short_max, extended_max, short_max <> '{}' FROM jsonb_populate_recordset(NULL::exam, ${JSON.stringify(records)}::jsonb)
    ON CONFLICT DO NOTHING`;
}

async function addScales(tx: WriteTx, exams: readonly ShippedExam[], now: Date): Promise<void> {
  const records = exams.map((exam) => ({
    ...{ year: exam.year, kind: exam.kind, subject: exam.subject, variant: exam.variant },
    ...{ max_primary: exam.maxPrimary, min3: exam.min3, min4: exam.min4, min5: exam.min5 },
    ...{ attestat: exam.attestat, rosobrnadzor: exam.rosobrnadzor, minobrnauki: exam.minobrnauki },
    ...{ profile_min: exam.profileMin, test_scores: exam.testScores, rule: exam.rule },
    ...{ needs_check: exam.needsCheck, source: exam.source, note: exam.note },
  }));
  await tx.$executeRaw`
    INSERT INTO exam_scale (exam_id, region_id, edition, max_primary, min3, min4, min5, test_scores, attestat, rosobrnadzor, minobrnauki, profile_min, rule, source, note, needs_check, adopted_at)
    SELECT e.id, NULL, 1, r.max_primary, r.min3, r.min4, r.min5, r.test_scores, r.attestat, r.rosobrnadzor, r.minobrnauki, r.profile_min, r.rule, r.source, r.note, r.needs_check, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(year int, kind text, subject text, variant text, max_primary smallint, min3 smallint, min4 smallint, min5 smallint,
      test_scores smallint[], attestat smallint, rosobrnadzor smallint, minobrnauki smallint, profile_min smallint, rule jsonb, needs_check boolean, source text, note text)
    JOIN exam e USING (year, kind, subject, variant)
    WHERE NOT EXISTS (SELECT FROM exam_scale s WHERE s.exam_id = e.id AND s.region_id IS NULL)`;
}
