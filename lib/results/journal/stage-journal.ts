import { asViewer, inTransaction, type ReadTx, type WriteTx } from "../../platform/access/as-viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Finding } from "../../platform/workbook/finding.ts";
import { runInWorker } from "../../platform/workbook/in-worker.ts";
import type { TextSheet } from "../../platform/workbook/workbook.ts";
import { indexSchools } from "../../schools/school-index.ts";
import { formFinding } from "../form-findings.ts";
import { differences, forgetStaged, keepSheets, stageFindings, stageTargets } from "../import-writes.ts";
import { endProgress } from "../progress.ts";
import { blockingFindings } from "../rules.ts";
import type { GivenJournal } from "../schema.ts";
import { countNewMarks, stageFilledRows, stageMarks, stagePeriod } from "./mark-writes.ts";
import type { JournalReading } from "./read-journal.ts";
import type { ReadJournal } from "./read-task.ts";
import { proposedPeriod } from "./rules.ts";
import type { JournalWork, UnderstoodJournal } from "./understood-journal.ts";

const bounds = { timeoutMs: 30_000 };

/** A journal that was read, in its thread, and whose it is. */
export interface ExaminedJournal {
  read: Extract<ReadJournal, { ok: true }>;
  schoolId: number | null;
  login: string | null;
  given: GivenJournal;
}

/** Looks at an export of a journal without storing anything; a finding when it cannot be read. */
export async function examineJournal(
  viewer: Viewer,
  source: Uint8Array | readonly TextSheet[],
  fileName: string,
  given: GivenJournal,
): Promise<ExaminedJournal | { refusal: Finding }> {
  const outcome = await runInWorker<ReadJournal>(
    "lib/results/journal/read-task.ts",
    "readJournalTask",
    [source, fileName],
    { ...bounds, fileName },
  );
  if (!outcome.ok) return { refusal: outcome.refusal };
  if (!outcome.value.ok) return { refusal: outcome.value.refusal };
  const read = outcome.value;
  return asViewer(viewer, async (tx) => ({ read, given, ...(await schoolOf(tx, viewer, fileName, given)) }));
}

/** The school that a person named, that the file's name speaks of, or the person's own; null when it is not in sight. */
async function schoolOf(
  tx: ReadTx,
  viewer: Viewer,
  fileName: string,
  given: GivenJournal,
): Promise<{ schoolId: number | null; login: string | null }> {
  const own =
    viewer.schoolId === null
      ? null
      : await tx.school.findUnique({ where: { id: viewer.schoolId }, select: { login: true } });
  const named = /(?:edu|sch)(\d{6})(?!\d)/i.exec(fileName)?.[1];
  const login = given.login ?? named ?? own?.login ?? null;
  const school = login === null ? undefined : (await indexSchools(tx, [login])).get(login);
  return { schoolId: school && !school.closed ? school.id : null, login };
}

/** Stores an examined journal as the state of its import, in the caller's transaction. */
export async function storeJournal(
  tx: WriteTx,
  importId: number,
  { read, schoolId, login, given }: ExaminedJournal,
): Promise<"review" | "unchanged"> {
  await forgetStaged(tx, importId);
  await keepSheets(tx, importId, read.sheets);
  const { reading } = read;
  const schoolYear = given.year ?? reading.schoolYear;
  const findings: Finding[] = [...read.notes, ...reading.findings];
  if (read.nameColumns > 0) findings.push(formFinding("journalNames"));
  if (schoolId === null) findings.push(schoolFinding(login));
  if (schoolYear === null) findings.push(formFinding("journalNoYear"));
  if (reading.cells.length === 0) findings.push(formFinding("journalNoMarks"));
  let works: JournalWork[] = [];
  if (schoolId !== null && schoolYear !== null) {
    await stageMarks(tx, importId, { schoolId, schoolYear }, reading.cells);
    works = await worksOf(tx, { schoolId, schoolYear }, reading, given);
    for (const { workId, heading } of works)
      if (heading) await stagePeriod(tx, importId, { schoolId, workId, heading });
    if (works.some(({ heading }) => heading === null)) findings.push(formFinding("journalNoPeriod"));
  }
  const blocked = blockingFindings(findings).length > 0 || schoolId === null;
  const changes = blocked ? 0 : await stageChanges(tx, importId);
  const filled = await filledByWork(tx, importId);
  const understood: UnderstoodJournal = {
    ...{ handedTo: "journal", layout: "F-19", schoolId, schoolYear },
    ...{ logins: login === null ? [] : [login], schools: schoolId === null ? 0 : 1 },
    taken: new Set(reading.cells.map(({ code }) => code)).size,
    absent: 0,
    marks: reading.cells.length,
    lines: reading.lines,
    columns: reading.columns,
    works: [],
    journalWorks: works.map((work) => ({ ...work, filled: filled.get(work.workId) ?? 0 })),
    blocked,
  };
  await stageFindings(tx, importId, findings);
  await endProgress(tx, importId);
  const isKnown = !blocked && changes === 0 && (await countNewMarks(tx, importId)) === 0;
  const status = isKnown ? "unchanged" : "review";
  const count = (severity: Finding["severity"]) => findings.filter((one) => one.severity === severity).length;
  await tx.importFile.update({
    where: { id: importId },
    data: {
      ...{ status, layout: "F-19", understood: JSON.parse(JSON.stringify(understood)) as object },
      ...{ errorCount: count("error"), warningCount: count("warning"), noteCount: count("note") },
    },
  });
  return status;
}

function schoolFinding(login: string | null): Finding {
  return login === null
    ? formFinding("schoolNotStated")
    : formFinding("schoolOutOfScope", {}, { login: `edu${login}`, count: 1 });
}

/** The works of the school that were written in the journal's year in its subjects. */
async function worksOf(
  tx: ReadTx,
  { schoolId, schoolYear }: { schoolId: number; schoolYear: number },
  reading: JournalReading,
  given: GivenJournal,
): Promise<JournalWork[]> {
  const subjects = [...new Set(reading.cells.map(({ subject }) => subject))];
  const codes = [...new Set(reading.cells.map(({ code }) => code))];
  const rows = await tx.$queryRaw<
    { workId: number; season: "spring" | "autumn"; rows: number; without: number }[]
  >`
    SELECT w.id AS "workId", w.season, count(*)::int AS rows, (count(*) - count(p.journal))::int AS without
    FROM participation p JOIN work w ON w.id = p.work_id
    WHERE p.school_id = ${schoolId} AND p.school_year = ${schoolYear} AND w.subject = ANY (${subjects}::text[])
    GROUP BY 1, 2 HAVING count(*) > count(p.journal) AND bool_or(p.participant_code = ANY (${codes}::text[])) ORDER BY 1`;
  const headings = new Set(reading.columns.map(({ heading }) => heading));
  return rows.map(({ workId, season, ...counts }) => {
    const said = given.periods?.[String(workId)];
    const heading = said === undefined || (said !== "" && !headings.has(said)) ? null : said;
    return { workId, heading, proposal: proposedPeriod(reading.columns, season), ...counts, filled: 0 };
  });
}

/** Stages what the chosen columns would add to the results; answers the number of rows that change. */
async function stageChanges(tx: WriteTx, importId: number): Promise<number> {
  await stageFilledRows(tx, importId);
  const targets = (await differences(tx, importId)).filter(({ changed }) => changed > 0);
  await stageTargets(
    tx,
    importId,
    targets.map((target) => ({ ...target, held: 0 })),
  );
  await tx.$executeRaw`DELETE FROM import_part r WHERE import_id = ${importId} AND side = 'after'
    AND NOT EXISTS (SELECT FROM import_target t WHERE t.import_id = r.import_id AND t.school_id = r.school_id AND t.work_id = r.work_id)`;
  return targets.reduce((sum, { changed }) => sum + changed, 0);
}

async function filledByWork(tx: ReadTx, importId: number): Promise<Map<number, number>> {
  const targets = await tx.importTarget.findMany({
    where: { importId },
    select: { workId: true, changed: true },
  });
  return new Map(targets.map(({ workId, changed }) => [workId, changed]));
}

/** Stages an export of a journal that waits; whatever it says, the import has a state afterwards. */
export async function stageJournal(
  viewer: Viewer,
  importId: number,
  source: Uint8Array | readonly TextSheet[],
  file: { name: string; given: GivenJournal },
): Promise<"review" | "unchanged" | "refused"> {
  const examined = await examineJournal(viewer, source, file.name, file.given);
  return inTransaction(viewer, async (tx) => {
    if (!("refusal" in examined)) return storeJournal(tx, importId, examined);
    await forgetStaged(tx, importId);
    await stageFindings(tx, importId, [examined.refusal]);
    const refusal = JSON.parse(JSON.stringify(examined.refusal)) as object;
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "refused", refusal, errorCount: 1 },
    });
    return "refused";
  });
}
