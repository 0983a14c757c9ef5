import { findWorks } from "#lib/assessments/queries.ts";
import { finishProtocol } from "#lib/exams/finish-import.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { finishReport } from "#lib/reported/import-commands.ts";
import { findingText } from "#lib/results/finding-text.ts";
import { type ImportOutcome, importFile } from "#lib/results/import-commands.ts";
import { finishJournal } from "#lib/results/journal/finish-import.ts";
import type { Given } from "#lib/results/schema.ts";
import { actor } from "./actor.ts";
import { command, printJson, text, UsageError, type Words, year } from "./command.ts";
import { filesOf, open } from "./files.ts";
import { forgetGarbage } from "./forget.ts";

/** `portal import`: files or folders of results; the JSON shape is described in docs/command-line.md. */
export const importFiles = command(
  {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    as: { type: "string" },
    work: { type: "string" },
    school: { type: "string" },
    year: { type: "string" },
  },
  async (words, t) => {
    const viewer = await actor(words);
    const options = { given: await givenOf(viewer, words), dryRun: words.values["dry-run"] === true };
    const json = words.values.json === true;
    // Of a hundred workbooks only the JSON answer needs all findings at the end; otherwise each file is forgotten when it is said.
    const reports: ReturnType<typeof report>[] = [];
    const counts = { files: 0, refused: 0 };
    for (const file of await filesOf(words.positionals)) {
      const opened = await open(file);
      const brought = await importFile(viewer, opened, options, currentInstant());
      const outcome = await finished(viewer, opened, brought, options.given);
      const one = report(file, outcome);
      counts.files++;
      if (one.refused) counts.refused++;
      if (json) reports.push(one);
      else print(one, t);
      forgetGarbage();
    }
    if (json) printJson({ files: reports });
    else console.log(t("import.total", counts));
    return counts.refused > 0 ? 2 : 0;
  },
  { positionals: true },
);

/** Reports, protocols and journals have readers of their own; each leaves the files of the others as they are. */
async function finished(
  viewer: Viewer,
  file: { name: string; bytes: Uint8Array },
  brought: ImportOutcome,
  given: Given,
): Promise<ImportOutcome> {
  const now = currentInstant();
  const report = await finishReport(viewer, brought, now);
  return finishJournal(viewer, await finishProtocol(viewer, report, file, now), file, given, now);
}

/** What a person states for forms that leave it open. */
async function givenOf(viewer: Viewer, words: Words): Promise<Given> {
  const given: Given = {};
  const login = text(words, "school");
  if (login !== undefined) {
    const digits = /^(?:edu|sch)?(\d{6})$/i.exec(login)?.[1];
    if (!digits) throw new UsageError("usage.login", { value: login });
    given.login = digits;
  }
  const asked = year(words);
  if (asked !== undefined) given.year = asked;
  const code = text(words, "work");
  if (code !== undefined) {
    const works = await findWorks(viewer, code);
    if (works.length !== 1)
      throw new UsageError(works.length === 0 ? "usage.noWork" : "usage.severalWorks", {
        code,
        codes: works.map((work) => work.code).join(", "),
      });
    given.workId = works[0]?.id;
  }
  return given;
}

function report(file: string, { examination, status, importId, applied }: ImportOutcome) {
  const { understood, refusal } = examination;
  const findings = refusal ? [refusal, ...examination.findings] : examination.findings;
  return {
    file,
    layout: understood?.layout ?? examination.report,
    works:
      understood?.works.map((work) => ({
        sheet: work.sheet,
        code: work.workCode,
        year: work.year,
        grade: work.grade,
        subject: work.subject,
      })) ?? [],
    schools: understood?.logins.map((login) => `edu${login}`) ?? [],
    rows: {
      taken: understood?.taken ?? 0,
      absent: understood?.absent ?? 0,
      held: understood?.held ?? 0,
      refused: understood?.refused ?? 0,
      notData: understood?.notData ?? {},
    },
    lines: understood?.lines ?? 0,
    findings: findings.map((finding) => ({ ...finding, message: findingText("ru", finding) })),
    status,
    applied: applied !== null,
    changes: applied,
    importId,
    /** Nothing of the file was or could be taken, or some of its rows were not. */
    refused:
      status === "refused" ||
      status === "review" ||
      status === "mapping" ||
      (understood?.blocked ?? false) ||
      (understood?.refused ?? 0) > 0,
  };
}

function print(
  one: ReturnType<typeof report>,
  t: (key: string, values?: Record<string, string | number>) => string,
): void {
  console.log(t("import.file", { file: one.file, status: t(`import.status.${one.status}`) }));
  console.log(
    t("import.understood", {
      layout: one.layout ?? "—",
      works: one.works.map((work) => work.code ?? "?").join(", ") || "—",
      schools: one.schools.length,
      taken: one.rows.taken,
      absent: one.rows.absent,
      held: one.rows.held,
      refused: one.rows.refused,
    }),
  );
  for (const finding of one.findings.slice(0, 20)) console.log(`    ${finding.severity}: ${finding.message}`);
  if (one.findings.length > 20) console.log(t("import.more", { count: one.findings.length - 20 }));
}
