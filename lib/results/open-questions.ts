import type { ImportView } from "./import-queries.ts";
import type { UnderstoodWork } from "./understood.ts";

/** What a person can say about a file, and whether the file waits for it. */
export interface OpenQuestions {
  /** Which work it is: asked when no known work fits, or the chosen one does not. */
  work: boolean;
  school: boolean;
  /** Works that the header describes well enough to be added to the bank. */
  describable: readonly UnderstoodWork[];
  /** Works that are known without tasks, or with coarser ones; the header has them. */
  tasks: readonly UnderstoodWork[];
  /** True when a work is missing, but the file holds several: one answer cannot fit them all. */
  several: boolean;
}

const aboutWork = new Set([
  "workUnknown",
  "workNotRecognised",
  "workAmbiguous",
  "workMaxDiffers",
  "taskUnknown",
  "taskMissing",
  "taskMaxDiffers",
]);
const aboutSchool = new Set(["schoolNotStated", "schoolUnknown", "schoolOutOfScope"]);
const aboutTasks = new Set(["tasksNotDescribed", "tasksFiner"]);

/** The questions that keep a file from being applied, by its findings. */
export function openQuestions({
  understood,
  groups,
}: Pick<ImportView, "understood" | "groups">): OpenQuestions {
  const works = understood?.works ?? [];
  const asked = (codes: ReadonlySet<string>) => groups.some(({ code }) => codes.has(code));
  const unknownWork = asked(aboutWork);
  return {
    work: unknownWork && works.length === 1,
    // A school that the rows themselves name is not to be overruled.
    school: asked(aboutSchool) && understood !== null && understood.schoolFrom !== "file",
    describable: works.filter(({ workId, describable }) => workId === null && describable),
    tasks: asked(aboutTasks) ? works.filter(({ workId }) => workId !== null) : [],
    several: unknownWork && works.length > 1,
  };
}

/** True when the person can answer something here instead of bringing another file. */
export function isAnswerable({ work, school, describable, tasks }: OpenQuestions): boolean {
  return work || school || describable.length > 0 || tasks.length > 0;
}

/** True when answers are worth changing: the file does not say everything itself, or a person has said something. */
export function isChangeable({
  understood,
  given,
  kept,
}: Pick<ImportView, "understood" | "given" | "kept">): boolean {
  if (!kept || understood === null || understood.works.length !== 1) return false;
  return Object.keys(given).length > 0 || understood.works[0]?.readFrom.year === undefined;
}
