import { factOf } from "./facts.ts";

/** How a picked fact joins what is written already. */
export const joints = { plus: "+", minus: "-", times: "*", over: "/", greater: ">", and: "&&" } as const;
export type Joint = keyof typeof joints;

/** A fact as a formula writes it; subject and parallel only where the fact has them. */
export function factText(code: string, subject: string, grade: number | null): string {
  const fact = factOf(code);
  const parts = [
    fact?.bySubject && /^[A-Z]{2,4}$/.test(subject) ? `"${subject}"` : null,
    fact?.byGrade && grade !== null ? String(grade) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? code : `${code}(${parts.join(", ")})`;
}

/** The text of a formula with one more fact; what stands there is kept together in brackets where the action would tear it apart. */
export function joined(text: string, joint: Joint, fact: string): string {
  const before = text.trim();
  if (before === "") return joint === "greater" ? `${fact} > 0` : fact;
  if (joint === "times" || joint === "over")
    return /^[\w("),]+$/.test(before)
      ? `${before} ${joints[joint]} ${fact}`
      : `(${before}) ${joints[joint]} ${fact}`;
  if (joint === "and") return `${before} && ${factOf(fact)?.unit === null ? fact : `${fact} > 0`}`;
  return `${before} ${joints[joint]} ${fact}`;
}
