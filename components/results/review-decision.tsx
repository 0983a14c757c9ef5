import type { ReactNode } from "react";
import type { ShapeKind } from "#components/ui/status.tsx";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import { findingText } from "#lib/results/finding-text.ts";
import type { ImportState } from "#lib/results/import-state.ts";
import { ActionForm, type ResultsAction } from "./action-form.tsx";
import { AnotherFile, StandingNotice } from "./standing-notice.tsx";
import { Waiting } from "./waiting.tsx";
import { instantText, type Words } from "./words.ts";

interface ReviewProps {
  words: Words;
  file: {
    id: number;
    state: ImportState;
    appliedAt: string | null;
    undoneAt: string | null;
    refusal: Finding | null;
  };
  /** Where the sentences of this kind of file stand. */
  sentences: "journals" | "reported.review";
  /** What applying would do, and what it did. */
  ready: string;
  applied: string;
  /** True when the page has questions that a person can answer. */
  asks: boolean;
  apply: ResultsAction;
  /** Where to go from a file whose contents are in. */
  onward: ReactNode;
}

/** The standing of a file that goes beside results of pupils: an export of a journal, a report of aggregates. */
export function ReviewDecision({ words, file, sentences, asks, apply, onward, ...said }: ReviewProps) {
  const { t } = words;
  const say = (key: string, params?: Record<string, string | number>) => t(`${sentences}.${key}`, params);
  const at = (instant: string | null) => (instant === null ? "" : instantText(words, instant));
  const another = <AnotherFile label={say("another")} />;
  const note = (kind: ShapeKind, title: string, text: string, children: ReactNode) => (
    <StandingNotice t={t} kind={kind} title={title} text={text}>
      {children}
    </StandingNotice>
  );
  switch (file.state) {
    case "waiting":
      return <Waiting words={t("results.review.waiting")} />;
    case "ready":
    case "replaces":
      return note(
        "info",
        say("ready"),
        said.ready,
        <ActionForm
          id="apply"
          action={apply}
          importId={file.id}
          kind="primary"
          words={{ send: say("apply"), sending: say("applying") }}
        />,
      );
    case "question":
      return note(
        "warn",
        say("question"),
        say(asks ? "questionText" : "fix"),
        asks ? <a href="#questions">{t("results.review.toQuestions")}</a> : another,
      );
    case "nothing":
      return note("warn", say("nothing"), say("nothingText"), another);
    case "unchanged":
      return note("ok", say("unchanged"), say("unchangedText"), onward);
    case "applied":
      return note("ok", say("applied", { at: at(file.appliedAt) }), said.applied, onward);
    case "undone":
      return note("none", say("undone", { at: at(file.undoneAt) }), say("undoneText"), another);
    case "refused":
      return note(
        "risk",
        say("refused"),
        file.refusal === null ? "" : findingText(words.locale, file.refusal),
        another,
      );
    default:
      return note("risk", say("failed"), say("failedText", { id: file.id }), another);
  }
}
