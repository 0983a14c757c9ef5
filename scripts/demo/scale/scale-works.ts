import { type DemoWork, worksOfFiles } from "../works.ts";

const SUBJECTS = ["RU", "MA"];
const GRADES = [4, 5, 6, 7, 8];
const YEARS = [2025, 2026];
const WINDOWS: Readonly<Record<number, readonly [string, string]>> = {
  2025: ["2025-04-11", "2025-05-16"],
  2026: ["2026-04-20", "2026-05-20"],
};

/** A file of twenty works, two subjects of five grades in two years, with tasks borrowed from those of the demo region. */
export function scaleWorksFile(
  borrowed: readonly DemoWork[],
  note: string,
): { name: string; bytes: Uint8Array } {
  const lines = YEARS.flatMap((year) =>
    GRADES.flatMap((grade) =>
      SUBJECTS.flatMap((subject) => {
        // Grades above 5 borrow from 5; Russian of 2025 and 2026 differ there, so some years cannot be compared.
        const model = borrowed.find(
          (work) =>
            work.kind === "vpr" &&
            work.year === year &&
            work.subject === subject &&
            work.gradeTested === Math.min(grade, 5),
        );
        if (!model) throw new Error(`No work of ${subject} to borrow from`);
        return workLines(model, year, grade, note);
      }),
    ),
  );
  const head =
    "kind,year,season,grade,subject,max,opens,closes,task,task_max,difficulty,skill,min3,min4,min5,source,work_note";
  return { name: "works-scale.csv", bytes: new TextEncoder().encode([head, ...lines, ""].join("\n")) };
}

/** The same works as the generator needs them. */
export function scaleWorks(file: { name: string; bytes: Uint8Array }): DemoWork[] {
  return worksOfFiles([file]);
}

function workLines(model: DemoWork, year: number, grade: number, note: string): string[] {
  const key = `vpr,${year},spring,${grade},${model.subject}`;
  const { min3, min4, min5 } = model.scale;
  const [opens, closes] = WINDOWS[year] ?? ["", ""];
  return [
    `${key},${model.maxScore},${opens},${closes},,,,,${min3},${min4},${min5},${quoted(note)},${quoted(note)}`,
    ...model.tasks.map(
      (task, i) =>
        `${key},,,,${task.code},${task.max},${model.hardness[i] ?? "Б"},${quoted(task.skill)},,,,,`,
    ),
  ];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
