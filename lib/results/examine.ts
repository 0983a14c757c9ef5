import { workFacts } from "../assessments/work-facts.ts";
import { asViewer } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { streamFromWorker } from "../platform/workbook/in-worker.ts";
import type { TextSheet } from "../platform/workbook/workbook.ts";
import { indexSchools } from "../schools/school-index.ts";
import type { CheckedRow } from "./check.ts";
import type { ExamineFacts, ExaminePiece, ExamineResult, PackedSheet } from "./examine-task.ts";
import type { Given } from "./schema.ts";
import type { Understood } from "./understood.ts";

/** Everything that came out of looking at a file; nothing of it is stored yet. */
export interface Examination {
  refusal: Finding | null;
  understood: Understood | null;
  rows: CheckedRow[];
  findings: Finding[];
  sheets: PackedSheet[];
  schoolIds: ReadonlyMap<string, number>;
}

// A regional export of 25,000 rows needs a tenth of this; hostile files stop here.
const bounds = { timeoutMs: 10_000, memoryMb: 288 };

/** Looks at a file with the viewer's schools and works in mind. Reading and checking happen in a thread of their own. */
export async function examine(
  viewer: Viewer,
  source: Uint8Array | readonly TextSheet[],
  fileName: string,
  given: Given,
): Promise<Examination> {
  const facts = await examineFacts(viewer, given);
  const rows: CheckedRow[] = [];
  const findings: Finding[] = [];
  const sheets: PackedSheet[] = [];
  const pieces = streamFromWorker<ExaminePiece, ExamineResult>(
    "lib/results/examine-task.ts",
    "examineTask",
    [source, fileName, facts],
    { ...bounds, fileName },
  );
  let step = await pieces.next();
  for (; !step.done; step = await pieces.next()) {
    if (step.value.kind === "rows") rows.push(...step.value.rows);
    else if (step.value.kind === "findings") findings.push(...step.value.findings);
    else sheets.push(step.value.sheet);
  }
  const schoolIds = new Map(facts.schools.map(([login, school]) => [login, school.id]));
  const outcome = step.value;
  if (!outcome.ok)
    return { refusal: outcome.refusal, understood: null, rows: [], findings: [], sheets: [], schoolIds };
  if (outcome.value.refusal !== null)
    return {
      refusal: outcome.value.refusal,
      understood: null,
      rows: [],
      findings,
      sheets: [],
      schoolIds,
    };
  return { refusal: null, understood: outcome.value.understood, rows, findings, sheets, schoolIds };
}

/** Works of the bank and schools of the viewer's scope: what a file can be about. */
async function examineFacts(viewer: Viewer, given: Given): Promise<ExamineFacts> {
  const works = await workFacts(viewer);
  return asViewer(viewer, async (tx) => {
    const logins = await tx.school.findMany({ where: { closedOn: null }, select: { login: true } });
    const schools = await indexSchools(
      tx,
      logins.map((school) => school.login),
    );
    const own =
      viewer.schoolId === null
        ? null
        : await tx.school.findUnique({ where: { id: viewer.schoolId }, select: { login: true } });
    return { works, schools: [...schools], given, ownLogin: own?.login ?? null };
  });
}
