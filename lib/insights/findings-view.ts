import { taskCompletion, workCompletion } from "../statistics/completion.ts";
import { toPercent } from "../statistics/interval.ts";
import { marked, markShares, quality, qualityCount } from "../statistics/marks.ts";
import type { Summary } from "../statistics/summary.ts";
import { wilson } from "../statistics/wilson.ts";
import type { Analysis } from "./queries.ts";
import { rangeSentence } from "./scores-view.ts";
import { zonesFinding } from "./tasks-view.ts";
import { spokenKind } from "./titles.ts";
import { countText, intervalText, numberText, percentText, type Words } from "./words.ts";
import { taskZone } from "./zones.ts";

/** The main answers of the page, each a sentence made from its numbers; empty when nobody took part. */
export function keyFindings(words: Words, analysis: Analysis): { key: string; text: string }[] {
  const { summary, work } = analysis;
  if (!summary || summary.participants === 0) return [];
  const completion = workCompletion(summary);
  const zones = work.tasks.map((task, i) => {
    const sums = summary.tasks[i];
    return taskZone(sums ? taskCompletion(sums, task.max) : null, task.difficulty);
  });
  const sentences: [string, string | null][] = [
    ["quality", qualitySentence(words, analysis, summary)],
    ["twos", twosSentence(words, summary)],
    [
      "scores",
      completion === null
        ? null
        : `${rangeSentence(words, summary, work.maxScore)} ${words.t("insights.findings.completion", { share: percentText(words, completion) })}`,
    ],
    [
      "tasks",
      zones.some((zone) => zone !== null)
        ? words.t("insights.findings.tasks", { finding: zonesFinding(words, work, zones) })
        : null,
    ],
  ];
  return sentences.flatMap(([key, text]) => (text === null ? [] : [{ key, text }]));
}

/** «4» and «5» with the bounds between which they might lie in another such group. */
function qualitySentence(words: Words, { unit }: Analysis, { marks }: Summary): string | null {
  const n = marked(marks);
  const good = qualityCount(marks);
  const interval = toPercent(wilson(good, n));
  if (!interval) return null;
  return words.t("insights.findings.quality", {
    unit: spokenKind(unit),
    ...{ part: countText(words, good, n), count: n, share: percentText(words, quality(marks)!) },
    bounds: intervalText(words, interval, "percent"),
  });
}

/** None is said in words of its own: a zero is a figure, not a silence. */
function twosSentence(words: Words, { marks }: Summary): string | null {
  const n = marked(marks);
  if (n === 0) return null;
  if (marks[0] === 0) return words.t("insights.findings.noTwos", { count: numberText(words, n) });
  const [share] = markShares(marks)!;
  return words.t("insights.findings.twos", {
    ...{ count: n, part: countText(words, marks[0], n), share: percentText(words, share) },
  });
}
