import type { Difficulty } from "../statistics/completion.ts";
import { taskCompletion, taskCompletionInterval } from "../statistics/completion.ts";
import type { Summary } from "../statistics/summary.ts";
import { howHref } from "./addresses.ts";
import { LEVEL_KEYS, notTriedKey, taskKey, taughtKey } from "./figure-tasks.ts";
import { type FigureView, figureView, type Viewing } from "./figure-view.ts";
import type { Analysis, ComparedArea } from "./queries.ts";
import { measureLine, ownWord } from "./titles.ts";
import { intervalText, listText, numberText, percentText, type Words } from "./words.ts";
import { countZones, TASK_ZONES, taskZone, type Zone } from "./zones.ts";

/** The words of the charts for the zones: reliable, uncertain, insufficient. */
const SHAPE: Readonly<Record<Zone, "ok" | "warn" | "risk">> = {
  sufficient: "ok",
  uncertain: "warn",
  insufficient: "risk",
};

/** A task as `components/charts/task-plot.tsx` takes it. */
export interface TaskLine {
  key: string;
  code: string;
  skill: string;
  max: number;
  own: { value: number; low: number; high: number; label: string; interval: string } | "absent";
  peer: { value: number; label: string } | null;
  zone: "ok" | "warn" | "risk" | null;
  notTried: string;
  href: string;
}

export interface TasksView {
  levels: FigureView[];
  chart: {
    finding: string;
    measure: string;
    summary: string;
    own: string;
    peer: string | null;
    groups: {
      difficulty: Difficulty;
      zone: { low: number; line: number; high: number; labels: { low: string; line: string; high: string } };
      rows: TaskLine[];
    }[];
  };
  /** Tasks whose difficulty is not known: figures without a zone. */
  unlevelled: TaskLine[];
  /** Tasks that some classes had not been taught, counted both ways. */
  notTaught: { code: string; skill: string; count: string; all: FigureView; taught: FigureView }[];
  /** Share of «Х» where there is any. */
  notTried: { code: string; skill: string; figure: FigureView }[];
}

/** Everything about tasks; null when nobody took part or the tasks are not described. */
export function tasksView(viewing: Viewing, analysis: Analysis): TasksView | null {
  const { words, unit } = viewing;
  const { summary, work } = analysis;
  if (!summary || summary.participants === 0 || work.tasks.length === 0) return null;
  const peer = analysis.areas.findLast((area) => area.summary !== null) ?? null;
  const lines = work.tasks.map((_, index) => taskLine(viewing, analysis, summary, index, peer));
  const zones = work.tasks.map((task, i) => taskZone(completionAt(summary, work, i), task.difficulty));
  const at = (position: number, key: (position: number) => string) =>
    figureView(viewing, key(position), summary);
  const named = (index: number) => ({ code: work.tasks[index]!.code, skill: lines[index]!.skill });
  return {
    levels: levelsOf(work).map((level) => figureView(viewing, LEVEL_KEYS[level], summary)),
    chart: {
      finding: zonesFinding(words, work, zones),
      measure: measureLine(words, {
        ...{ measure: "tasks", work, unit: analysis.unit, pupils: summary.participants },
      }),
      summary: levelsOf(work)
        .map((level) => levelSentence(words, work, zones, level))
        .join(" "),
      own: ownWord(words, { ...unit }),
      peer: peer && words.t(`insights.kind.${peer.kind}`),
      groups: levelsOf(work).map((difficulty) => ({
        difficulty,
        zone: zoneOf(words, difficulty),
        rows: lines.filter((_, i) => work.tasks[i]!.difficulty === difficulty),
      })),
    },
    unlevelled: lines.filter((_, i) => work.tasks[i]!.difficulty === null),
    notTaught: summary.tasks.flatMap(({ notTaught }, i) =>
      notTaught === 0
        ? []
        : [
            {
              ...named(i),
              count: numberText(words, notTaught),
              all: at(i + 1, taskKey),
              taught: at(i + 1, taughtKey),
            },
          ],
    ),
    notTried: summary.tasks.flatMap(({ notAttempted }, i) =>
      notAttempted === 0 ? [] : [{ ...named(i), figure: at(i + 1, notTriedKey) }],
    ),
  };
}

function levelsOf({ tasks }: Analysis["work"]): Difficulty[] {
  return (["Б", "П", "В"] as const).filter((level) => tasks.some((task) => task.difficulty === level));
}

function completionAt(summary: Summary, work: Analysis["work"], index: number): number | null {
  const sums = summary.tasks[index];
  return sums ? taskCompletion(sums, work.tasks[index]!.max) : null;
}

function taskLine(
  viewing: Viewing,
  { work, unit }: Analysis,
  summary: Summary,
  index: number,
  peer: ComparedArea | null,
): TaskLine {
  const { words } = viewing;
  const task = work.tasks[index]!;
  const value = completionAt(summary, work, index);
  const interval = value === null ? null : taskCompletionInterval(summary.tasks[index]!, task.max);
  const peerValue = peer?.summary ? completionAt(peer.summary, work, index) : null;
  const zone = taskZone(value, task.difficulty);
  const tried = figureView(viewing, notTriedKey(index + 1), summary).text;
  return {
    key: taskKey(index + 1),
    code: task.code,
    skill: task.skill || words.t("insights.tasks.unnamed", { code: task.code }),
    max: task.max,
    own:
      value === null || interval === null
        ? "absent"
        : {
            ...{ value, ...interval, label: percentText(words, value, 1) },
            interval: intervalText(words, interval, "percent"),
          },
    peer: peerValue === null ? null : { value: peerValue, label: percentText(words, peerValue, 1) },
    zone: zone && SHAPE[zone],
    notTried: tried.kind === "value" ? tried.text : "—",
    href: howHref(unit, work.id, taskKey(index + 1)),
  };
}

function zoneOf(words: Words, difficulty: Difficulty) {
  const {
    insufficientBelow: low,
    sufficientFrom: line,
    uncertaintyUpTo: high,
  } = TASK_ZONES.limits[difficulty];
  const label = (value: number) => numberText(words, value, Number.isInteger(value) ? 0 : 1);
  return { low, line, high, labels: { low: label(low), line: label(line), high: label(high) } };
}

const inZone = (work: Analysis["work"], zones: readonly (Zone | null)[], zone: Zone, level?: Difficulty) =>
  work.tasks
    .filter((task, i) => zones[i] === zone && (level === undefined || task.difficulty === level))
    .map((task) => task.code);

/** What the zones say of all tasks together: the heading of the chart. */
export function zonesFinding(words: Words, work: Analysis["work"], zones: readonly (Zone | null)[]): string {
  const { sufficient, uncertain, insufficient } = countZones(zones);
  const total = sufficient + uncertain + insufficient;
  if (total === 0) return words.t("insights.tasks.findingNoLevels");
  const tasks = listText(inZone(work, zones, insufficient > 0 ? "insufficient" : "uncertain"));
  const key = insufficient > 0 ? "findingLow" : uncertain > 0 ? "findingUncertain" : "findingAll";
  return words.t(`insights.tasks.${key}`, { count: insufficient || uncertain, total, tasks });
}

function levelSentence(
  words: Words,
  work: Analysis["work"],
  zones: readonly (Zone | null)[],
  level: Difficulty,
): string {
  const codes = (zone: Zone) => inZone(work, zones, zone, level);
  const [sufficient, uncertain, insufficient] = [
    codes("sufficient"),
    codes("uncertain"),
    codes("insufficient"),
  ];
  return words.t("insights.tasks.levelSummary", {
    level,
    total: work.tasks.filter((task) => task.difficulty === level).length,
    sufficient: sufficient.length,
    uncertain: uncertain.length,
    uncertainTasks: listText(uncertain),
    insufficient: insufficient.length,
    insufficientTasks: listText(insufficient),
  });
}
