import { readWorkFacts } from "../assessments/work-facts.ts";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { streamFromWorker } from "../platform/workbook/in-worker.ts";
import type { TextSheet } from "../platform/workbook/workbook.ts";
import { indexSchools } from "../schools/school-index.ts";
import type { CheckedRow } from "./check.ts";
import type { ExamineFacts, ExaminePiece, ExamineResult, KnownPresets, PackedSheet } from "./examine-task.ts";
import type { ReportCode } from "./layouts/report-forms.ts";
import { presetsFor } from "./mapping/find-presets.ts";
import type { Tell } from "./progress.ts";
import { type RowColumns, rowsOf } from "./row-columns.ts";
import type { Given } from "./schema.ts";
import type { Understood } from "./understood.ts";

/** Everything that came out of looking at a file; nothing of it is stored yet. */
export interface Examination {
  refusal: Finding | null;
  /** With the refusal: a person can say what the columns of the table are, so its cells are kept. */
  unmapped: boolean;
  understood: Understood | null;
  /** The report with ready totals that the file is; then there are no rows of pupils. */
  report: ReportCode | null;
  /** The checked rows as they are staged, a form a piece. */
  columns: readonly RowColumns[];
  /** The same row by row, held ones among them; put together when it is asked for. */
  readonly rows: CheckedRow[];
  findings: Finding[];
  sheets: PackedSheet[];
  schoolIds: ReadonlyMap<string, number>;
}

// A regional export of 25,000 rows needs some seconds, on a busy machine ten times as long; hostile files stop here.
const bounds = { timeoutMs: 60_000 };

/** Looks at a file with the viewer's schools and works in mind. Reading and checking happen in a thread of their own. */
export async function examine(
  viewer: Viewer,
  source: Uint8Array | readonly TextSheet[],
  fileName: string,
  given: Given,
  tell: Tell = async () => {},
): Promise<Examination> {
  const facts = knownBefore(viewer, given);
  facts.catch(() => {}); // told when it is awaited
  const columns: RowColumns[] = [];
  const findings: Finding[] = [];
  const sheets: PackedSheet[] = [];
  let schoolIds: ReadonlyMap<string, number> = new Map();
  const pieces = streamFromWorker<ExaminePiece, ExamineResult, ExamineFacts | KnownPresets>(
    "lib/results/examine-task.ts",
    "examineTask",
    [source, fileName, given],
    { ...bounds, fileName },
  );
  let [total, checked] = [0, 0];
  try {
    let step = await pieces.next();
    while (!step.done) {
      let reply: ExamineFacts | KnownPresets | undefined;
      const piece = step.value;
      if (piece.kind === "rows") {
        columns.push(piece.columns);
        checked += piece.columns.count;
        await tell("checking", Math.min(checked, total), total);
      } else if (piece.kind === "read") {
        total = piece.rows;
        await tell("checking", 0, total);
      } else if (piece.kind === "findings") findings.push(...piece.findings);
      else if (piece.kind === "sheet") sheets.push(piece.sheet);
      else if (piece.kind === "unknown") reply = { presets: await presetsFor(viewer, piece.fingerprints) };
      else {
        const known = await withSchools(viewer, await facts, piece.logins);
        reply = known;
        schoolIds = new Map(known.schools.map(([login, school]) => [login, school.id]));
      }
      step = await pieces.next(reply);
    }
    const outcome = step.value;
    const refusal = outcome.ok ? outcome.value.refusal : outcome.refusal;
    if (!outcome.ok) findings.length = 0;
    if (!outcome.ok || outcome.value.refusal !== null) {
      const unmapped = outcome.ok && "unmapped" in outcome.value && outcome.value.unmapped;
      const kept = unmapped ? sheets : [];
      return {
        refusal,
        unmapped,
        understood: null,
        report: null,
        ...{ columns: [], rows: [] },
        findings,
        sheets: kept,
        schoolIds,
      };
    }
    const report = "report" in outcome.value ? outcome.value.report : null;
    return {
      refusal: null,
      unmapped: false,
      understood: outcome.value.understood,
      report,
      columns,
      get rows() {
        return columns.flatMap(rowsOf);
      },
      findings,
      sheets,
      schoolIds,
    };
  } catch (error) {
    await pieces.throw(error); // the thread must not wait for an answer that never comes
    throw error;
  }
}

/** The stated work, else all of the bank, and the viewer's own school: looked up while the file is being read. */
function knownBefore(viewer: Viewer, { workId }: Given): Promise<ExamineFacts> {
  permit(viewer, "assessments.read");
  return asViewer(viewer, async (tx) => {
    const stated = workId === undefined ? [] : await readWorkFacts(tx, { ids: [workId] });
    const works = stated.length > 0 ? stated : await readWorkFacts(tx);
    if (viewer.schoolId === null) return { works, schools: [], ownLogin: null };
    const own = await tx.school.findUnique({ where: { id: viewer.schoolId }, select: { login: true } });
    return { works, schools: own ? await openSchools(tx, [own.login]) : [], ownLogin: own?.login ?? null };
  });
}

/** Adds those of the schools that are open and in the viewer's scope; a school sees no other. */
async function withSchools(
  viewer: Viewer,
  facts: ExamineFacts,
  logins: readonly string[],
): Promise<ExamineFacts> {
  if (viewer.schoolId !== null || logins.length === 0) return facts;
  return { ...facts, schools: await asViewer(viewer, (tx) => openSchools(tx, logins)) };
}

async function openSchools(tx: ReadTx, logins: readonly string[]): Promise<ExamineFacts["schools"]> {
  return [...(await indexSchools(tx, logins))].filter(([, school]) => !school.closed);
}
