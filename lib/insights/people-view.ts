import { type FigureView, figureView, type Viewing } from "./figure-view.ts";
import type { Analysis } from "./queries.ts";
import { sampleSentence } from "./sample-view.ts";

export interface PeopleView {
  /** Took part, absent, with a usable total. */
  tiles: FigureView[];
  sentence: string;
  /** How many schools stand behind an area's figures. */
  schools: string | null;
}

/** Who took part; null when there are no results. */
export function peopleView(viewing: Viewing, analysis: Analysis): PeopleView | null {
  const { summary, unit, schools } = analysis;
  if (!summary) return null;
  const { t } = viewing.words;
  const { participants, absent, scored } = summary;
  const who =
    participants === 0
      ? t("insights.people.nobody", { absent })
      : t("insights.people.sentence", { participants, absent, without: participants - scored });
  return {
    tiles: ["participants", "absent", ...(participants === 0 ? [] : ["scored"])].map((key) =>
      figureView(viewing, key, summary),
    ),
    sentence: participants === 0 ? who : `${who} ${sampleSentence(viewing.words, participants)}`,
    schools: unit.kind === "school" ? null : t("insights.people.schools", { count: schools }),
  };
}
