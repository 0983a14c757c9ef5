import { type Difficulty, workCode } from "#lib/assessments/rules.ts";
import type { WorkDraft } from "#lib/assessments/schema.ts";
import { gatherWorks } from "#lib/assessments/works-file/gather.ts";
import { readWorksFile } from "#lib/assessments/works-file/read-works-file.ts";
import { seedFile } from "./seed-table.ts";

/** A work of the demo region with everything that results need: tasks and a scale. */
export type DemoWork = Omit<WorkDraft, "tasks" | "scale"> & {
  code: string;
  /** first calendar year of the school year in which it is written */
  schoolYear: number;
  tasks: NonNullable<WorkDraft["tasks"]>;
  scale: NonNullable<WorkDraft["scale"]>;
  /** how hard each task is for the pupils of the region, also where nobody published it */
  hardness: readonly Difficulty[];
};

/** The invented works, and the one verified work that ships with its tasks. */
export function demoWorks(): DemoWork[] {
  const files = ["works-2026.csv", "demo-works.csv"];
  return worksOfFiles(files.map((name) => ({ name, bytes: seedFile(name) })));
}

/** Works of files as the portal itself reads them. A file that says anything it should not is a defect. */
export function worksOfFiles(files: readonly { name: string; bytes: Uint8Array }[]): DemoWork[] {
  const gathered = gatherWorks(
    files.map(({ name, bytes }) => readWorksFile(bytes, name)),
    null,
  );
  const [problem] = gathered.findings;
  if (problem) throw new Error(`A work of the demo region cannot be read: ${JSON.stringify(problem)}`);
  const drafts = gathered.works.map(({ draft }) => draft);
  return drafts.map((draft) => {
    const { tasks, scale } = draft;
    if (!tasks || !scale) throw new Error(`${workCode(draft)} has no tasks or no scale`);
    const schoolYear = draft.season === "spring" ? draft.year - 1 : draft.year;
    return { ...draft, tasks, scale, code: workCode(draft), schoolYear, hardness: hardnessOf(draft, drafts) };
  });
}

/** The stated levels; where a work states none, those of the same tasks in another year. */
function hardnessOf(work: WorkDraft, all: readonly WorkDraft[]): Difficulty[] {
  const same = all.filter((one) => one.subject === work.subject && one.gradeTested === work.gradeTested);
  return (work.tasks ?? []).map(({ code, difficulty }) => {
    const others = same.flatMap((one) => one.tasks ?? []).filter((task) => task.code === code);
    return difficulty ?? others.find((task) => task.difficulty !== null)?.difficulty ?? "Б";
  });
}

/** The work of a code. */
export function workOf(works: readonly DemoWork[], code: string): DemoWork {
  const work = works.find((one) => one.code === code);
  if (!work) throw new Error(`No work ${code} in the demo region`);
  return work;
}

/** The mark of a primary score by the work's scale. */
export function markOf({ scale }: Pick<DemoWork, "scale">, score: number): 2 | 3 | 4 | 5 {
  if (score >= scale.min5) return 5;
  if (score >= scale.min4) return 4;
  return score >= scale.min3 ? 3 : 2;
}

/** The scores that give a mark: first and last. */
export function bandOf(
  { scale, maxScore }: Pick<DemoWork, "scale" | "maxScore">,
  mark: 2 | 3 | 4 | 5,
): [number, number] {
  const from = [0, scale.min3, scale.min4, scale.min5, maxScore + 1];
  return [from[mark - 2] ?? 0, (from[mark - 1] ?? 0) - 1];
}
