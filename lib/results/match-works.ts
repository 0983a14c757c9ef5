import { sumOfTasks, tasksFit, type WorkFacts } from "#lib/assessments/rules.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { printedTasks, taskKey } from "./check-works.ts";
import { type FormFindingCode, formFinding } from "./form-findings.ts";
import type { WorkReading } from "./layouts/layout.ts";
import type { Given } from "./schema.ts";

/**
 * Which known work a file holds. `one` may be taken; `several` and `none` are questions for a person, with the works to choose
 * from (`works`; for `none` the nearest ones by tasks) and the finding that asks.
 */
export type WorkMatch =
  | { kind: "one"; work: WorkFacts; by: "given" | "code" | "title" | "tasks" }
  | { kind: "several" | "none"; works: readonly WorkFacts[]; finding: Finding };

const SHOWN_WORKS = 8;

/**
 * Finds the work of a reading among the known ones: by the choice of the person, by the code that our template states, by
 * year, subject and grade when the file states all three, otherwise by the sequence of task codes and maxima within what the
 * file and `given.year` do state. Never guesses: two that fit are `several`.
 */
export function matchWorks(
  reading: WorkReading,
  candidates: readonly WorkFacts[],
  given: Given = {},
): WorkMatch {
  if (given.workId !== undefined) {
    const work = candidates.find(({ id }) => id === given.workId);
    return work ? { kind: "one", work, by: "given" } : none(reading, candidates, "workUnknown");
  }
  if (reading.workCode !== null) {
    const work = candidates.find(({ code }) => code === reading.workCode);
    return work ? { kind: "one", work, by: "code" } : none(reading, candidates, "workUnknown");
  }
  const stated = candidates.filter((work) => agrees(reading, work, given));
  const sameTasks = stated.filter((work) => hasSameTasks(reading, work));
  if (reading.year !== null && reading.subject !== null && reading.grade !== null) {
    if (stated.length === 0) return none(reading, candidates, "workUnknown");
    if (stated.length === 1) return { kind: "one", work: stated[0] as WorkFacts, by: "title" };
    if (sameTasks.length === 1) return { kind: "one", work: sameTasks[0] as WorkFacts, by: "title" };
    return several(reading, sameTasks.length > 0 ? sameTasks : stated);
  }
  // Columns of an unknown table without a printed maximum fit by their codes alone, and that is no proof of a work: it is asked.
  const proved = reading.mapped !== true || reading.tasks.some(({ max }) => max !== null);
  if (sameTasks.length === 1 && proved) return { kind: "one", work: sameTasks[0] as WorkFacts, by: "tasks" };
  return sameTasks.length > 0 ? several(reading, sameTasks) : none(reading, stated, "workNotRecognised");
}

/** True when nothing that the file or the person states speaks against the work. In autumn a title may name either grade. */
function agrees(reading: WorkReading, work: WorkFacts, given: Given): boolean {
  const year = reading.year ?? given.year ?? null;
  return (
    (year === null || work.year === year) &&
    (reading.subject === null || work.subject === reading.subject) &&
    (reading.level === null || work.level === reading.level) &&
    (reading.grade === null || work.gradeTested === reading.grade || work.gradeWriting === reading.grade)
  );
}

function hasSameTasks(reading: WorkReading, work: WorkFacts): boolean {
  return (
    reading.tasks.length > 0 &&
    reading.tasks.length === work.tasks.length &&
    (reading.byPosition ||
      work.tasks.every((task, i) => {
        const printed = reading.tasks[i];
        return printed?.code === taskKey(task.code) && (printed.max === null || printed.max === task.max);
      }))
  );
}

function several(reading: WorkReading, works: readonly WorkFacts[]): WorkMatch {
  const codes = works.slice(0, SHOWN_WORKS).map(({ code }) => code);
  return {
    kind: "several",
    works,
    finding: ask("workAmbiguous", reading, { codes: codes.join(", "), count: works.length }),
  };
}

function none(
  reading: WorkReading,
  among: readonly WorkFacts[],
  code: "workUnknown" | "workNotRecognised",
): WorkMatch {
  const works = among
    .map((work) => ({ work, nearness: nearness(reading, work) }))
    .filter((entry) => entry.nearness > 0)
    .sort((a, b) => b.nearness - a.nearness || (a.work.code < b.work.code ? -1 : 1))
    .slice(0, SHOWN_WORKS)
    .map(({ work }) => work);
  const params = { title: reading.title ?? reading.workCode ?? "", tasks: reading.tasks.length };
  return { kind: "none", works, finding: ask(code, reading, params) };
}

/** How near a work comes by its tasks: those described coarser, or not at all but with the same maximum, come first. */
function nearness(reading: WorkReading, work: WorkFacts): number {
  const printed = printedTasks(reading);
  const fit = tasksFit(work.tasks, printed);
  if (fit === "finer") return 1000;
  if (fit === "unknown") return work.maxScore === sumOfTasks(printed) ? 500 : 0;
  const keys = new Set(printed.map((task) => `${task.code}/${task.max}`));
  return work.tasks.filter((task) => keys.has(`${taskKey(task.code)}/${task.max}`)).length;
}

function ask(code: FormFindingCode, reading: WorkReading, params: Record<string, string | number>): Finding {
  return formFinding(code, { sheet: reading.sheet, row: reading.headerRow }, params);
}
