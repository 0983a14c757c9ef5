import { draftProblem, type Part, type planChange, type WorkChange, type WorkState } from "./plan.ts";
import { type Problem, workCode } from "./rules.ts";
import type { WorkDraft } from "./schema.ts";

/** How a description meets a work that exists: a person's file may change it, what ships with the portal only fills gaps. */
export type Planner = (work: WorkState, draft: WorkDraft) => ReturnType<typeof planChange>;

/** What loading would do, work by work, in the order of the drafts. */
export interface LoadPlan {
  adding: { code: string; draft: WorkDraft; parts: readonly (Part | "work")[] }[];
  changing: { code: string; work: WorkState; change: WorkChange; parts: readonly Part[] }[];
  unchanged: { code: string; workId: number }[];
  refused: { code: string; problem: Problem }[];
}

/** Decides about every draft by the works that are there, keyed by code. */
export function planLoad(
  known: ReadonlyMap<string, WorkState>,
  drafts: readonly WorkDraft[],
  plan: Planner,
): LoadPlan {
  const result: LoadPlan = { adding: [], changing: [], unchanged: [], refused: [] };
  for (const draft of drafts) {
    const code = workCode(draft);
    const work = known.get(code);
    const problem = draftProblem(draft);
    if (problem) result.refused.push({ code, problem });
    else if (!work) result.adding.push({ code, draft, parts: partsOf(draft) });
    else {
      const planned = plan(work, draft);
      if (!planned.ok) result.refused.push({ code, problem: planned.problem });
      else {
        const parts = Object.keys(planned.change) as Part[];
        if (parts.length === 0) result.unchanged.push({ code, workId: work.id });
        else result.changing.push({ code, work, change: planned.change, parts });
      }
    }
  }
  return result;
}

function partsOf(draft: WorkDraft): (Part | "work")[] {
  return ["work", ...(draft.tasks ? ["tasks" as const] : []), ...(draft.scale ? ["scale" as const] : [])];
}
