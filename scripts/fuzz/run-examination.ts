import type { WorkFacts } from "#lib/assessments/rules.ts";
import { type ExamineFacts, examineTask } from "#lib/results/examine-task.ts";

const work: WorkFacts = {
  ...{ id: 1, code: "VPR-2024-MA-4", year: 2024, subject: "MA", gradeTested: 4, gradeWriting: 4 },
  ...{ season: "spring", level: "base", maxScore: 5, scale: null },
  tasks: [
    { code: "1", max: 3, difficulty: "Б" },
    { code: "2", max: 1, difficulty: "Б" },
    { code: "3", max: 1, difficulty: "П" },
  ],
};
const school = { id: 1, name: "Школа № 1", classes: { 2023: ["4А", "4Б"] } };
const facts: ExamineFacts = { works: [work], schools: [["970001", school]], ownLogin: "970001" };

/** Reads, recognises and checks a file as the portal's thread does, with one school and one work known. */
export function runExamination(bytes: Uint8Array, name: string): void {
  const task = examineTask(bytes, name, {});
  let step = task.next();
  while (!step.done) {
    const piece = step.value;
    step = task.next(
      piece.kind === "question" ? facts : piece.kind === "unknown" ? { presets: [] } : undefined,
    );
  }
}
