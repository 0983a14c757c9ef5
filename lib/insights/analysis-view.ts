import type { Viewing } from "./figure-view.ts";
import { keyFindings } from "./findings-view.ts";
import { type JournalView, journalView } from "./journal-view.ts";
import { type MarksView, marksView } from "./marks-view.ts";
import { type NoticeView, noticesOf } from "./notices-view.ts";
import { type PartsView, partsView } from "./parts-view.ts";
import { type PeopleView, peopleView } from "./people-view.ts";
import type { Analysis } from "./queries.ts";
import { type ScoresView, scoresView } from "./scores-view.ts";
import { type SourceView, sourceView } from "./source-view.ts";
import { type TasksView, tasksView } from "./tasks-view.ts";
import { unitName, workTitle } from "./titles.ts";
import type { Words } from "./words.ts";
import { type YearsView, yearsView } from "./years-view.ts";

/** Everything that the page of analysis says, in its order. A part that has nothing to say is null. */
export interface AnalysisView {
  title: string;
  unit: string;
  /** Only works of ВПР say what they are for. */
  purpose: string | null;
  notices: NoticeView[];
  findings: { key: string; text: string }[];
  people: PeopleView | null;
  marks: MarksView | null;
  scores: ScoresView | null;
  tasks: TasksView | null;
  journal: JournalView | null;
  years: YearsView | null;
  parts: PartsView | null;
  source: SourceView | null;
}

/** The answer of `getAnalysis` as ready sentences, rows and series. `page` is the page of the list of parts, from 1. */
export function analysisView(words: Words, analysis: Analysis, page = 1): AnalysisView {
  const { unit, work } = analysis;
  const viewing: Viewing = { words, unit, work };
  return {
    title: workTitle(words, work),
    unit: unitName(words, unit),
    purpose: work.kind === "vpr" ? words.t("insights.purpose") : null,
    notices: noticesOf(words, analysis),
    findings: keyFindings(words, analysis),
    people: peopleView(viewing, analysis),
    marks: marksView(viewing, analysis),
    scores: scoresView(viewing, analysis),
    tasks: tasksView(viewing, analysis),
    journal: journalView(viewing, analysis),
    years: yearsView(viewing, analysis),
    parts: partsView(viewing, analysis, page),
    source: sourceView(words, analysis),
  };
}
