import { ITEM } from "#lib/results/cells/item.ts";
import { type Chance, chanceOf } from "./random.ts";
import type { DemoWork } from "./works.ts";

interface TaskModel {
  max: number;
  slope: number;
  /** ability at which each point is reached by one pupil in two */
  steps: readonly number[];
}

/** How the pupils of the region answer a work: a graded response model, one curve for each point of each task. */
export interface AnswerModel {
  tasks: readonly TaskModel[];
  /** mean score of pupils of an ability */
  expected(ability: number): number;
}

/** Pupils this far below the middle are those who just miss a «3»: with it a twentieth of the region fails. */
const FAILING_ABILITY = -1.55;
const STEP = 1;
const BASE = { Б: -0.9, П: 0.7, В: 1.6 } as const;

/** The model of a work: difficulties from its levels and chance, then shifted together until the scale fits. */
export function answerModel(
  work: Pick<DemoWork, "subject" | "gradeTested" | "tasks" | "scale" | "hardness">,
): AnswerModel {
  const raw = work.tasks.map((task, index): TaskModel => {
    // The same task of the same subject stays as hard from year to year, so that years can be compared.
    const chance = chanceOf("task", work.subject, work.gradeTested, task.code, task.max);
    const middle = BASE[work.hardness[index] ?? "Б"] + chance.normal() * 0.45;
    const steps = Array.from({ length: task.max }, (_, i) => middle + (i - (task.max - 1) / 2) * STEP);
    return { max: task.max, slope: 1.1 + chance.uniform() * 0.5, steps };
  });
  let [low, high] = [-6, 6];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (expectedScore(shifted(raw, middle), FAILING_ABILITY) > work.scale.min3 - 0.5) low = middle;
    else high = middle;
  }
  const tasks = shifted(raw, low);
  return { tasks, expected: (ability) => expectedScore(tasks, ability) };
}

/** Points, or «X» where a pupil did not begin; hard tasks and weak pupils have more of them. */
export function answer(model: AnswerModel, ability: number, chance: Chance): number[] {
  return model.tasks.map(({ slope, steps }) => {
    const luck = chance.uniform();
    let points = 0;
    while (points < steps.length && luck < reached(slope, ability, steps[points] ?? 0)) points++;
    const left = points === 0 && luck > 0.82 + 0.12 * reached(slope, ability, steps[0] ?? 0);
    return left ? ITEM.notAttempted : points;
  });
}

/** Sum of the points; what is not a point counts nothing. */
export function pointsOf(items: readonly number[]): number {
  return items.reduce((sum, item) => sum + Math.max(0, item), 0);
}

function shifted(tasks: readonly TaskModel[], by: number): TaskModel[] {
  return tasks.map((task) => ({ ...task, steps: task.steps.map((step) => step + by) }));
}

function expectedScore(tasks: readonly TaskModel[], ability: number): number {
  return tasks.reduce(
    (sum, { slope, steps }) => sum + steps.reduce((part, step) => part + reached(slope, ability, step), 0),
    0,
  );
}

function reached(slope: number, ability: number, step: number): number {
  return 1 / (1 + Math.exp(-slope * (ability - step)));
}
