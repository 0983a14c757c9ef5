import { inPoints, sizeBounds } from "../statistics/difference.ts";
import { marked, quality, subtractMarks } from "../statistics/marks.ts";
import type { Summary } from "../statistics/summary.ts";
import { qualityDifference } from "./difference.ts";
import type { Analysis, ComparedArea } from "./queries.ts";
import { type SpokenKind, spokenKind } from "./titles.ts";
import { intervalText, percentText, pointsText, type Words } from "./words.ts";

/**
 * One sentence for each area: how the share of «4» and «5» stands to that of all its other pupils, worded by how sure one
 * can be; or why the area is not shown.
 */
export function comparisonSentences(words: Words, analysis: Analysis): string[] {
  const { summary, unit } = analysis;
  if (!summary || marked(summary.marks) === 0) return [];
  return analysis.areas.flatMap((area) => comparison(words, spokenKind(unit), summary, area) ?? []);
}

function comparison(words: Words, unit: SpokenKind, own: Summary, area: ComparedArea): string | null {
  const params = { unit, area: area.kind, name: area.name };
  if (!area.summary) return words.t(`insights.comparison.${area.reason ?? "noData"}`, params);
  const rest = subtractMarks(area.summary.marks, own.marks);
  const difference = rest && qualityDifference(own.marks, rest);
  if (!rest || !difference) return null;
  const { verdict } = difference;
  if (verdict === "few") return words.t("insights.comparison.few", params);
  const shares = words.t("insights.comparison.shares", {
    ...params,
    own: percentText(words, quality(own.marks)!),
    other: percentText(words, quality(rest)!),
  });
  if (verdict === "chance") return `${shares} ${words.t("insights.comparison.chance")}`;
  const points = inPoints(difference);
  const noticeable = words.t("insights.comparison.noticeable", {
    direction: verdict,
    points: pointsText(words, points.difference),
    bounds: intervalText(words, sizeBounds(points), "plain"),
  });
  return `${shares} ${noticeable}`;
}
