import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { may, permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Severity } from "./content.ts";
import { type CheckedWork, checkedWorks } from "./fact-reads.ts";
import { sideOf } from "./finding-commands.ts";
import type { Numbers } from "./found.ts";
import { checksPending } from "./queries.ts";
import {
  type Act,
  awaited,
  type FindingState,
  possibleActs,
  type QuestionState,
  type Side,
} from "./rules.ts";

/** One line of what was said and decided about a finding. */
export interface Message {
  id: number;
  at: string;
  author: string;
  role: string;
  kind: Act;
  text: string;
}

export interface FindingRow extends FindingState {
  id: number;
  version: number;
  ruleCode: string;
  ruleVersion: number;
  classLabel: string;
  title: string;
  text: string;
  kind: string;
  numbers: Numbers;
  foundAt: string;
  goneAt: string | null;
  confirmReason: string;
  messages: Message[];
  /** What this viewer may do now. */
  acts: Act[];
  awaited: { side: Side; what: string } | null;
}

export interface SchoolFindings {
  school: { id: number; name: string; municipality: string };
  work: CheckedWork;
  /** Errors first, then by priority; what is no longer found comes last. */
  findings: FindingRow[];
  /** When the results were last checked, by how many rules. Null: not yet. */
  checked: { at: string; rules: number } | null;
  pending: boolean;
  side: Side;
}

/** What the rules found in a school's results for a work, with what was asked and answered. */
export function getFindings(viewer: Viewer, schoolId: number, workId: number): Promise<SchoolFindings> {
  permit(viewer, "checks.read");
  const side = sideOf(viewer);
  const speaks = may(viewer, "checks.ask");
  return asViewer(viewer, async (tx) => {
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, include: { municipality: true } }),
    );
    const [work] = await checkedWorks(tx, [workId]);
    const run = await tx.checkRun.findUnique({ where: { schoolId_workId: { schoolId, workId } } });
    const rows = await tx.checkResult.findMany({
      where: { schoolId, workId },
      include: { messages: { orderBy: { id: "asc" } } },
      orderBy: [{ severity: "asc" }, { priority: "asc" }, { classLabel: "asc" }, { id: "asc" }],
    });
    const findings = rows.map((row): FindingRow => {
      const state: FindingState = {
        severity: row.severity as Severity,
        gone: row.goneAt !== null,
        confirmed: row.confirmedAt !== null,
        question: row.question as QuestionState,
        askedBy: row.askedBy as Side | "",
      };
      const { id, version, ruleCode, ruleVersion, classLabel, title, text, kind, confirmReason } = row;
      return {
        ...state,
        ...{ id, version, ruleCode, ruleVersion, classLabel, title, text, kind, confirmReason },
        numbers: row.numbers as unknown as Numbers,
        foundAt: row.foundAt.toISOString(),
        goneAt: row.goneAt?.toISOString() ?? null,
        messages: row.messages.map((one) => ({
          ...{ id: one.id, author: one.author, role: one.role, kind: one.kind as Act, text: one.text },
          at: one.at.toISOString(),
        })),
        acts: speaks ? possibleActs(state, side) : [],
        awaited: awaited(state),
      };
    });
    return {
      school: { id: school.id, name: school.name, municipality: school.municipality.name },
      work: found(work),
      findings: [...findings.filter(({ gone }) => !gone), ...findings.filter(({ gone }) => gone)],
      checked: run ? { at: run.ranAt.toISOString(), rules: run.rules.length } : null,
      pending: await checksPending(tx, schoolId, workId),
      side,
    };
  });
}

/** A school's results for a work with the state of their findings. */
export interface CheckedSet {
  schoolId: number;
  school: string;
  municipality: string;
  work: CheckedWork;
  errors: number;
  warnings: number;
  confirmed: number;
  questions: number;
  /** Findings on which this viewer's side is to act. */
  mine: number;
}

const atOnce = 200;

/**
 * The results in the viewer's scope in which something was found: what waits for the viewer's side first, then by school. At most
 * 200; `cut` says that there are more. `show`: what waits for this side, everything open, or all.
 */
export function listChecked(
  viewer: Viewer,
  asked: { show: "mine" | "open" | "all"; workId?: number | undefined },
): Promise<{ sets: CheckedSet[]; cut: boolean; side: Side; mine: number }> {
  permit(viewer, "checks.read");
  const side = sideOf(viewer);
  return asViewer(viewer, async (tx) => {
    const rows = await countedSets(tx, side, asked.workId ?? null);
    const fitting = rows.filter(
      (row) =>
        asked.show === "all" ||
        (asked.show === "mine" ? row.mine > 0 : row.errors + row.warnings + row.questions > 0),
    );
    const shown = fitting.slice(0, atOnce);
    const works = await checkedWorks(
      tx,
      shown.map(({ workId }) => workId),
    );
    const byId = new Map(works.map((work) => [work.id, work]));
    const sets = shown.map(({ workId, ...row }) => ({ ...row, work: found(byId.get(workId)) }));
    return { sets, cut: fitting.length > atOnce, side, mine: rows.reduce((sum, row) => sum + row.mine, 0) };
  });
}

/** How many findings wait for the viewer's side; for the desk. */
export function countAwaited(viewer: Viewer): Promise<{ findings: number; sets: number; errors: number }> {
  permit(viewer, "checks.read");
  const side = sideOf(viewer);
  return asViewer(viewer, async (tx) => {
    const rows = (await countedSets(tx, side, null)).filter(({ mine }) => mine > 0);
    const sum = (name: "mine" | "errors") => rows.reduce((total, row) => total + row[name], 0);
    return { findings: sum("mine"), sets: rows.length, errors: sum("errors") };
  });
}

type CountedSet = Omit<CheckedSet, "work"> & { workId: number };

// The conditions are those of `awaited` in rules.ts, in the words of the database; a test compares the two. What nobody has asked about
// waits in its own year only: a school's desk is not filled with what could have been said of earlier years.
function countedSets(tx: ReadTx, side: Side, workId: number | null): Promise<CountedSet[]> {
  return tx.$queryRaw<CountedSet[]>`
    SELECT r.school_id AS "schoolId", c.name AS school, m.name AS municipality, r.work_id AS "workId",
      count(*) FILTER (WHERE r.gone_at IS NULL AND r.severity = 'error' AND r.confirmed_at IS NULL)::int AS errors,
      count(*) FILTER (WHERE r.gone_at IS NULL AND r.severity = 'warning' AND r.confirmed_at IS NULL)::int AS warnings,
      count(*) FILTER (WHERE r.gone_at IS NULL AND r.confirmed_at IS NOT NULL)::int AS confirmed,
      count(*) FILTER (WHERE r.question IN ('asked', 'answered'))::int AS questions,
      count(*) FILTER (WHERE (r.question = 'asked' AND r.asked_by <> ${side}) OR (r.question = 'answered' AND r.asked_by = ${side})
        OR (${side} = 'school' AND r.question NOT IN ('asked', 'answered') AND r.gone_at IS NULL AND r.confirmed_at IS NULL
          AND w.year = (SELECT max(year) FROM result_set)))::int AS mine
    FROM check_result r JOIN school c ON c.id = r.school_id JOIN municipality m ON m.id = c.municipality_id JOIN work w ON w.id = r.work_id
    WHERE ${workId}::int IS NULL OR r.work_id = ${workId}::int
    GROUP BY r.school_id, c.name, m.name, r.work_id, w.year, w.grade_tested, w.subject
    ORDER BY c.name COLLATE natural_order, r.school_id, w.year DESC, w.grade_tested, w.subject, r.work_id`.then(
    (rows) => [...rows.filter((row) => row.mine > 0), ...rows.filter((row) => row.mine === 0)],
  );
}
