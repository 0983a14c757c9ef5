import { readWorkFacts } from "../assessments/work-facts.ts";
import { asViewer, inTransaction, type ReadTx, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { logDefect } from "../platform/log.ts";
import { FILE_FINDINGS } from "../platform/workbook/file-findings.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { streamFromWorker } from "../platform/workbook/in-worker.ts";
import { keptSheets, stageFindings } from "../results/import-writes.ts";
import { type ReportCode, reportCodes } from "../results/layouts/report-forms.ts";
import { blockingFindings } from "../results/rules.ts";
import type { Given } from "../results/schema.ts";
import { countNews, forgetFigures, type StagedReport, stageFigures } from "./figure-writes.ts";
import { matchReportWork } from "./match-report-works.ts";
import type { ReportAnswers, ReportedFigure, ReportReading } from "./report.ts";
import { reportBlocks, reportFinding } from "./report-findings.ts";
import { resolveUnits } from "./resolve-units.ts";
import { understandReport } from "./understand-report.ts";

const bounds = { timeoutMs: 10_000 };
/** What a person has answered. */
type ReportGiven = Given & ReportAnswers;

/**
 * Reads a report with ready totals whose cells are kept, and stages its figures. Null when the import does not wait for
 * that. Whatever goes wrong, the import says so.
 */
export async function stageReport(
  viewer: Viewer,
  importId: number,
): Promise<"review" | "unchanged" | "refused" | null> {
  permit(viewer, "results.import");
  const file = await asViewer(viewer, (tx) => tx.importFile.findUnique({ where: { id: importId } }));
  const form = reportCodes.find((code) => code === file?.layout);
  if (!file || !form || file.status !== "reading") return null;
  try {
    const given = file.given as ReportGiven;
    const sheets = await asViewer(viewer, (tx) => keptSheets(tx, importId));
    const outcome = await readInThread(form, sheets, file.name, given);
    return await inTransaction(viewer, async (tx) => {
      await forgetFigures(tx, importId);
      const ofFile = await takeFileNotes(tx, importId);
      if ("refusal" in outcome) return refuse(tx, importId, outcome.refusal);
      return store(tx, viewer, importId, { ...outcome, findings: [...ofFile, ...outcome.findings] }, given);
    });
  } catch (error) {
    logDefect("reported.stage", error);
    await inTransaction(viewer, (tx) =>
      tx.importFile.updateMany({ where: { id: importId, status: "reading" }, data: { status: "failed" } }),
    );
    throw error;
  }
}

async function readInThread(
  form: ReportCode,
  sheets: Awaited<ReturnType<typeof keptSheets>>,
  fileName: string,
  { shares }: ReportGiven,
): Promise<ReportReading | { refusal: Finding }> {
  const figures: ReportedFigure[] = [];
  const pieces = streamFromWorker<ReportedFigure[], Omit<ReportReading, "figures">>(
    "lib/reported/read-task.ts",
    "readTask",
    [form, sheets, fileName, { shares }],
    { ...bounds, fileName },
  );
  for (;;) {
    const step = await pieces.next();
    if (!step.done) figures.push(...step.value);
    else if (!step.value.ok) return { refusal: step.value.refusal };
    else return { ...step.value.value, figures };
  }
}

/** What was noticed of the file itself stays; what an earlier reading said goes. */
async function takeFileNotes(tx: WriteTx, importId: number): Promise<Finding[]> {
  const known = await tx.importFinding.findMany({ where: { importId }, orderBy: { position: "asc" } });
  await tx.importFinding.deleteMany({ where: { importId } });
  return known
    .filter(({ code }) => Object.hasOwn(FILE_FINDINGS, code))
    .map(({ severity, code, sheet, row, column, raw, params }) => ({
      ...{ code, sheet, row, column, raw },
      severity: severity as Finding["severity"],
      params: params as Finding["params"],
    }));
}

async function refuse(tx: WriteTx, importId: number, refusal: Finding): Promise<"refused"> {
  await stageFindings(tx, importId, [refusal]);
  const said = JSON.parse(JSON.stringify(refusal)) as object;
  await tx.importFile.update({
    where: { id: importId },
    data: { status: "refused", refusal: said, errorCount: 1 },
  });
  return "refused";
}

async function store(
  tx: WriteTx,
  viewer: Viewer,
  importId: number,
  reading: ReportReading,
  given: ReportGiven,
): Promise<"review" | "unchanged"> {
  const { works, questions } = await findWorks(tx, reading, given);
  const resolved = await resolveUnits(tx, viewer, reading.units);
  const units = reading.units.map((unit, i) => ({ ...unit, ...resolved[i]! }));
  const dated = new Set(works.flatMap((work, i) => (work.year === null ? [] : [i])));
  const figures = reading.figures.filter(
    ({ unit, work }) => units[unit]?.foreign === false && dated.has(work),
  );
  const foreign = units.filter((unit) => unit.foreign);
  const findings = [
    ...questions,
    ...reading.findings,
    ...(foreign.length === 0
      ? []
      : [reportFinding("reportNotYours", {}, { count: foreign.length, first: foreign[0]?.name ?? "" })]),
  ];
  const blocked = findings.some(reportBlocks) || blockingFindings(findings).length > 0;
  const report: StagedReport = { form: reading.form, works, units, figures, owner: ownerOf(viewer) };
  if (!blocked) await stageFigures(tx, importId, report);
  await stageFindings(tx, importId, findings);
  const news = await countNews(tx, importId);
  const understood = understandReport(report, reading, { ...news, blocked, notYours: foreign.length });
  const status = !blocked && figures.length > 0 && news.added + news.changed === 0 ? "unchanged" : "review";
  const count = (severity: Finding["severity"]) => findings.filter((one) => one.severity === severity).length;
  await tx.importFile.update({
    where: { id: importId },
    data: {
      status,
      understood: JSON.parse(JSON.stringify(understood)) as object,
      ...{ errorCount: count("error"), warningCount: count("warning"), noteCount: count("note") },
    },
  });
  return status;
}

/** The works of the bank that the report is about; what is not clear is a question. */
async function findWorks(tx: ReadTx, reading: ReportReading, given: ReportGiven) {
  const known = await readWorkFacts(tx);
  const matches = reading.works.map((work) => matchReportWork(work, known, given));
  return {
    works: reading.works.map((work, i) => {
      const match = matches[i];
      const found = match?.kind === "one" ? match.work : null;
      return {
        ...work,
        workId: found?.id ?? null,
        workCode: found?.code ?? null,
        candidates: match && match.kind !== "one" ? match.works.map(({ id, code }) => ({ id, code })) : [],
        ...(found ? { year: found.year, subject: found.subject, grade: found.gradeTested } : {}),
      };
    }),
    questions: matches.flatMap((match) => (match === null || match.kind === "one" ? [] : [match.finding])),
  };
}

function ownerOf({ schoolId, municipalityId, regionId }: Viewer) {
  return { schoolId, municipalityId, regionId };
}
