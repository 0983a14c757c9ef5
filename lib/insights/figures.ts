import type { FigureRule, MeasuredWork } from "./figure.ts";
import { journalFigures } from "./figure-journal.ts";
import { markFigures } from "./figure-marks.ts";
import { peopleFigures } from "./figure-people.ts";
import { scoreFigures } from "./figure-scores.ts";
import { taskFigures } from "./figure-tasks.ts";

const known = new WeakMap<MeasuredWork, ReadonlyMap<string, FigureRule>>();

/** Every figure of the analysis of a work, by its key: the one registry that the page, «Как это посчитано» and the export read. */
export function figuresOf(work: MeasuredWork): ReadonlyMap<string, FigureRule> {
  const made = known.get(work);
  if (made) return made;
  const all = [
    ...peopleFigures,
    ...markFigures,
    ...scoreFigures(work),
    ...journalFigures,
    ...taskFigures(work),
  ];
  const byKey = new Map(all.map((figure) => [figure.key, figure]));
  known.set(work, byKey);
  return byKey;
}

/**
 * A figure that must be there; asking for another is a defect.
 *
 * @example figure(work, "quality").compute(summary).value // 58.333…
 */
export function figure(work: MeasuredWork, key: string): FigureRule {
  const rule = figuresOf(work).get(key);
  if (!rule) throw new RangeError(`There is no figure ${key}`);
  return rule;
}
