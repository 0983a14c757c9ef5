import { findWorks } from "#lib/assessments/queries.ts";
import type { WorkRow } from "#lib/assessments/work-view.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { type SummaryColumns, toSummary } from "#lib/results/summary-row.ts";
import { workCompletion } from "#lib/statistics/completion.ts";
import { markShares, meanMark, passRate, quality, sou } from "#lib/statistics/marks.ts";
import { mean } from "#lib/statistics/moments.ts";
import { histogramMedian } from "#lib/statistics/quantile.ts";
import { type Summary, scoreMoments } from "#lib/statistics/summary.ts";
import { actor } from "./actor.ts";
import { command, needed, printJson, UsageError } from "./command.ts";

const levels = ["class", "school", "municipality", "region"] as const;
type Level = (typeof levels)[number];

/** `portal summary`: the stored summary of a work by class, school, municipality or region, with the usual figures. */
export const summary = command(
  { work: { type: "string" }, by: { type: "string" }, json: { type: "boolean" }, as: { type: "string" } },
  async (words) => {
    const viewer = await actor(words);
    const code = needed(words, "work");
    const by = needed(words, "by") as Level;
    if (!levels.includes(by)) throw new UsageError("usage.by", { value: by });
    const works = await worksWithResults(viewer, await findWorks(viewer, code));
    const [work] = works;
    if (!work || works.length !== 1)
      throw new UsageError(works.length === 0 ? "usage.noWork" : "usage.severalWorks", {
        code,
        codes: works.map((one) => one.code).join(", "),
      });
    const units = await asViewer(viewer, async (tx) => {
      const { tasks } = await tx.work.findUniqueOrThrow({
        where: { id: work.id },
        include: { tasks: { orderBy: { position: "asc" } } },
      });
      const rows =
        by === "class" || by === "school"
          ? await tx.$queryRaw<(SummaryColumns & { unit: string; name: string; class: string | null })[]>`
            SELECT s.*, 'edu' || c.login AS unit, c.name, nullif(s.class_label, '*') AS class FROM summary s JOIN school c ON c.id = s.school_id
            WHERE s.work_id = ${work.id} AND (s.class_label = '*') = ${by === "school"} ORDER BY c.login, s.class_label`
          : await tx.$queryRaw<(SummaryColumns & { unit: string; name: string; class: string | null })[]>`
            SELECT a.*, coalesce(m.code, r.code) AS unit, coalesce(m.name, r.name) AS name, NULL AS class FROM area_summary a
            LEFT JOIN municipality m ON a.area_kind = 'municipality' AND m.id = a.area_id LEFT JOIN region r ON a.area_kind = 'region' AND r.id = a.area_id
            WHERE a.work_id = ${work.id} AND a.area_kind = ${by} AND a.schools > 0 ORDER BY 2`;
      return rows.map((row) => ({
        unit: row.unit,
        name: row.name,
        class: row.class,
        ...figures(toSummary(row), tasks),
      }));
    });
    if (words.values.json) printJson({ work: work.code, by, units });
    else
      for (const unit of units)
        console.log(
          `${unit.unit.padEnd(12)} ${(unit.class ?? "").padEnd(5)} ${String(unit.participants).padStart(6)}  ${unit.marks.join("/")}  ${unit.qualityPercent?.toFixed(1) ?? "—"}`,
        );
    return 0;
  },
);

/** A short code may fit works of many years; the summary is asked of one that has results. */
function worksWithResults(viewer: Viewer, works: readonly WorkRow[]): Promise<readonly WorkRow[]> {
  if (works.length <= 1) return Promise.resolve(works);
  return asViewer(viewer, async (tx) => {
    const sets = await tx.resultSet.findMany({
      where: { workId: { in: works.map((work) => work.id) } },
      distinct: ["workId"],
      select: { workId: true },
    });
    const used = new Set(sets.map((set) => set.workId));
    return used.size === 0 ? works : works.filter((work) => used.has(work.id));
  });
}

function figures(own: Summary, tasks: readonly { code: string; max: number }[]) {
  const moments = scoreMoments(own);
  return {
    participants: own.participants,
    absent: own.absent,
    scored: own.scored,
    scoreSum: own.scoreSum,
    meanScore: mean(moments),
    medianScore: histogramMedian(own.histogram),
    workCompletionPercent: workCompletion(own),
    marks: own.marks,
    marksByScale: own.scaleMarks,
    markDifferences: own.markDifferences,
    markSharesPercent: markShares(own.marks),
    passRatePercent: passRate(own.marks),
    qualityPercent: quality(own.marks),
    souPercent: sou(own.marks),
    meanMark: meanMark(own.marks),
    journal: own.journal,
    histogram: own.histogram,
    tasks: own.tasks.map((task, i) => ({
      code: tasks[i]?.code ?? String(i + 1),
      max: tasks[i]?.max ?? null,
      ...task,
    })),
  };
}
