import { workTitle } from "../assessments/work-title.ts";
import { analysisHref } from "../insights/addresses.ts";
import { countText, intervalText, percentText, type Words } from "../insights/words.ts";
import { toPercent } from "../statistics/interval.ts";
import type { FlaggedWork, SchoolFlag } from "./queries.ts";
import type { LowResultsProcedure, LowResultsState } from "./rules.ts";

/** One procedure of a school as a line of its card. */
export interface ProcedureLine {
  key: string;
  title: string;
  /** «12 из 31» */
  count: string;
  share: string;
  interval: string;
  state: LowResultsState;
  href: string | null;
}

export interface FlagCardView {
  schoolId: number;
  school: string;
  municipality: string;
  confidence: LowResultsState;
  /** Why: which of the two signs there are. */
  why: string;
  /** What one pupil would change. */
  onePupil: string;
  lines: ProcedureLine[];
}

/** A school's signs in words: the sentence, how sure it is, and the procedures behind it. */
export function flagCard(words: Words, flag: SchoolFlag, works: readonly FlaggedWork[]): FlagCardView {
  const { answer } = flag;
  const { t } = words;
  const sign = answer.twoProcedures
    ? answer.sameProcedureTwoYears
      ? "both"
      : "two"
    : answer.sameProcedureTwoYears
      ? "years"
      : "none";
  return {
    schoolId: flag.schoolId,
    school: flag.schoolName,
    municipality: flag.municipality,
    confidence: answer.confidence,
    why: t(`flags.why.${sign}`, {
      year: String(answer.year),
      before: String(answer.year - 1),
      threshold: percentText(words, answer.rule.parameters.thresholdPercent),
    }),
    onePupil: t("flags.onePupil", { count: answer.flips.length }),
    lines: answer.procedures.map((procedure) => procedureLine(words, flag.schoolId, procedure, works)),
  };
}

function procedureLine(
  words: Words,
  schoolId: number,
  procedure: LowResultsProcedure,
  works: readonly FlaggedWork[],
): ProcedureLine {
  const work = works.find((one) => procedure.workIds.includes(one.id));
  const interval = toPercent(procedure.interval);
  return {
    key: `${procedure.year}-${procedure.procedureKey}`,
    title: work ? workTitle(words.t, work) : procedure.procedureKey,
    count: countText(words, procedure.low, procedure.n),
    share: procedure.sharePercent === null ? "—" : percentText(words, procedure.sharePercent, 1),
    interval: interval === null ? "—" : intervalText(words, interval, "percent"),
    state: procedure.state,
    href: work ? analysisHref({ kind: "school", id: schoolId, classLabel: null }, work.id) : null,
  };
}
