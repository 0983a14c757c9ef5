import type { ReactNode } from "react";
import { ActionForm, type ResultsAction } from "#components/results/action-form.tsx";
import { Waiting } from "#components/results/waiting.tsx";
import { countText, instantText, type Words } from "#components/results/words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ShapeKind } from "#components/ui/status.tsx";
import { workName } from "#lib/assessments/work-title.ts";
import { findingText } from "#lib/results/finding-text.ts";
import type { JournalView } from "#lib/results/journal/queries.ts";

interface Props {
  words: Words;
  file: JournalView;
  apply: ResultsAction;
  /** True when the page has questions that a person can answer. */
  asks: boolean;
}

/** Where an export of a journal stands, in one sentence, and the one thing to do next. */
export function JournalDecision({ words, file, apply, asks }: Props) {
  const { t } = words;
  const say = (key: string, params?: Record<string, string | number>) => t(`journals.${key}`, params);
  const at = (instant: string | null) => (instant === null ? "" : instantText(words, instant));
  const note = (kind: ShapeKind, title: string, text: string, children: ReactNode) => (
    <Notice kind={kind} t={t} title={title} role="status">
      <div className="grid max-w-measure gap-3">
        <p>{text}</p>
        {children}
      </div>
    </Notice>
  );
  const another = (
    <div>
      <LinkButton href="/results/imports/new">{say("another")}</LinkButton>
    </div>
  );
  const filled = file.understood?.journalWorks.reduce((sum, work) => sum + work.filled, 0) ?? 0;
  const counts = {
    marks: countText(words, file.understood?.marks ?? 0),
    pupils: countText(words, file.understood?.taken ?? 0),
    filled: countText(words, filled),
  };
  switch (file.state) {
    case "waiting":
      return <Waiting words={t("results.review.waiting")} />;
    case "ready":
    case "replaces":
      return note(
        "info",
        say("ready"),
        say(filled > 0 ? "readyText" : "readyNone", counts),
        <ActionForm
          id="apply"
          action={apply}
          importId={file.id}
          kind="primary"
          words={{ send: say("apply"), sending: say("applying") }}
        />,
      );
    case "question":
    case "nothing":
      return note(
        "warn",
        say("question"),
        say(asks ? "questionText" : "fix"),
        asks ? <a href="#questions">{t("results.review.toQuestions")}</a> : another,
      );
    case "unchanged":
      return note("ok", say("unchanged"), say("unchangedText"), <Analyses words={words} file={file} />);
    case "applied":
      return note(
        "ok",
        say("applied", { at: at(file.appliedAt) }),
        say("appliedText", counts),
        <Analyses words={words} file={file} />,
      );
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

/** To the analysis of every work beside which the journal stands. */
function Analyses({ words: { t }, file }: { words: Words; file: JournalView }) {
  const school = file.understood?.schoolId;
  const works = (file.understood?.journalWorks ?? []).flatMap(({ workId, heading }) => {
    const work = heading ? file.named.get(workId) : undefined;
    return work ? [work] : [];
  });
  if (works.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {works.map((work) => (
        <li key={work.id}>
          <a href={`/insights/school-${school}/${work.id}`}>
            {t("journals.analysis", { work: workName(t, work) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Taking an applied journal back, under a line of its own. */
export function UndoJournal({
  words: { t },
  file,
  action,
}: {
  words: Words;
  file: JournalView;
  action: ResultsAction;
}) {
  if (file.state !== "applied") return null;
  return (
    <Fold summary={t("journals.undoTitle")} id="undo">
      <p className="max-w-measure">
        {t(file.undoing.allowed ? "journals.undoText" : "results.undo.changedSince")}
      </p>
      {file.undoing.allowed ? (
        <ActionForm
          id="undo-form"
          action={action}
          importId={file.id}
          kind="danger"
          words={{ send: t("journals.undo"), sending: t("journals.undoing") }}
        />
      ) : null}
    </Fold>
  );
}
