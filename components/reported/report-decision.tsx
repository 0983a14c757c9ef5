import type { ReactNode } from "react";
import { ActionForm, type ResultsAction } from "#components/results/action-form.tsx";
import { Waiting } from "#components/results/waiting.tsx";
import { instantText, type Words } from "#components/results/words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ShapeKind } from "#components/ui/status.tsx";
import { workName } from "#lib/assessments/work-title.ts";
import type { ReportImportView } from "#lib/reported/queries.ts";
import { findingText } from "#lib/results/finding-text.ts";

interface Props {
  words: Words;
  file: ReportImportView;
  apply: ResultsAction;
}

/** Where a report stands, in one sentence, and the one thing to do next. */
export function ReportDecision({ words, file, apply }: Props) {
  const { t } = words;
  const say = (key: string, params?: Record<string, string | number>) => t(`reported.review.${key}`, params);
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
  const { report } = file;
  switch (file.state) {
    case "waiting":
      return <Waiting words={t("results.review.waiting")} />;
    case "ready":
    case "replaces":
      return note(
        "info",
        say("ready"),
        `${say("readyText", { figures: figuresOf(file) })} ${say("news", { added: report?.added ?? 0, changed: report?.changed ?? 0 })}`,
        <ActionForm
          id="apply"
          action={apply}
          importId={file.id}
          kind="primary"
          words={{ send: say("apply"), sending: say("applying") }}
        />,
      );
    case "question": {
      const asks = file.asksShares || file.asksWork;
      return note(
        "warn",
        say("question"),
        asks ? say("questionText") : say("fix"),
        asks ? <a href="#questions">{t("results.review.toQuestions")}</a> : another,
      );
    }
    case "nothing":
      return note("warn", say("nothing"), say("nothingText"), another);
    case "unchanged":
      return note("ok", say("unchanged"), say("unchangedText"), <Onward words={words} file={file} />);
    case "applied":
      return note(
        "ok",
        say("applied", { at: at(file.appliedAt) }),
        say("appliedText"),
        <Onward words={words} file={file} />,
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

/** The way to the differences of every work of the report, and to the schools that wait for a person. */
function Onward({ words, file }: { words: Words; file: ReportImportView }) {
  const { t } = words;
  const works = new Map(file.works.flatMap(({ work }) => (work ? [[work.id, work] as const] : [])));
  return (
    <ul className="grid gap-2">
      {[...works.values()].map((work) => (
        <li key={work.id}>
          <a href={`/results/reported?work=${work.id}`}>
            {t("reported.review.differences", { work: workName(t, work) })}
          </a>
        </li>
      ))}
      {(file.report?.unmatched ?? 0) > 0 ? (
        <li>
          <a href="/results/reported/names">{t("reported.review.names")}</a>
        </li>
      ) : null}
      <li>
        <a href="/results/reported">{t("reported.review.all")}</a>
      </li>
    </ul>
  );
}

/** Taking an applied report back, under a line of its own. */
export function UndoReport({
  words: { t },
  file,
  action,
}: {
  words: Words;
  file: ReportImportView;
  action: ResultsAction;
}) {
  if (file.state !== "applied") return null;
  return (
    <Fold summary={t("reported.review.undoTitle")} id="undo">
      <p className="max-w-measure">{t("reported.review.undoText")}</p>
      <ActionForm
        id="undo-form"
        action={action}
        importId={file.id}
        kind="danger"
        words={{ send: t("reported.review.undo"), sending: t("reported.review.undoing") }}
      />
    </Fold>
  );
}

/** Figures that were taken. */
export function figuresOf({ report }: ReportImportView): number {
  return report === null ? 0 : Object.values(report.states).reduce((sum, count) => sum + count, 0);
}
