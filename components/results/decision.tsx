import { LinkButton } from "#components/ui/button.tsx";
import { workName } from "#lib/assessments/work-title.ts";
import { findingText } from "#lib/results/finding-text.ts";
import type { ImportView } from "#lib/results/import-queries.ts";
import { ActionForm, type ResultsAction } from "./action-form.tsx";
import { AnotherFile, StandingNotice } from "./standing-notice.tsx";
import { countText, instantText, type Words } from "./words.ts";
import { WorkGoingOn } from "./work-going-on.tsx";

interface Props {
  words: Words;
  file: ImportView;
  /** True when there is something on the page that the person can answer. */
  answerable: boolean;
  apply: ResultsAction;
  checkAgain: ResultsAction;
  stop: ResultsAction;
}

/** Where the file stands, in one sentence, and the one thing to do next. */
export function Decision({ words, file, answerable, apply, checkAgain, stop }: Props) {
  const { t } = words;
  const again = <CheckAgain t={t} file={file} action={checkAgain} />;
  const another = <AnotherFile label={t("results.review.another")} />;
  const say = (key: string, params?: Record<string, string | number>) => t(`results.review.${key}`, params);
  const at = (instant: string | null) => (instant === null ? "" : instantText(words, instant));
  switch (file.state) {
    case "waiting":
    case "applying":
      return <WorkGoingOn words={words} file={file} stop={stop} />;
    case "cancelled":
      return (
        <StandingNotice t={t} kind="none" title={say("cancelled")} text={say("cancelledText")}>
          {file.kept ? again : another}
        </StandingNotice>
      );
    case "ready":
    case "replaces":
      if (file.stale)
        return (
          <StandingNotice t={t} kind="warn" title={say("stale")} text={say("staleText")}>
            <CheckAgain t={t} file={file} action={checkAgain} primary />
          </StandingNotice>
        );
      return (
        <StandingNotice
          t={t}
          kind={file.state === "ready" ? "info" : "warn"}
          title={say(file.state)}
          text={[...readySentences(words, file), changes(words, file, "will")].join(" ")}
        >
          <ActionForm
            id="apply"
            action={apply}
            importId={file.id}
            kind="primary"
            words={{ send: say("apply"), sending: say("applying") }}
          />
        </StandingNotice>
      );
    case "question":
      return (
        <StandingNotice
          t={t}
          kind="warn"
          title={say("question")}
          text={[say("questionText"), ...(answerable ? [] : [say("blockedOnly")])].join(" ")}
        >
          {answerable ? <a href="#questions">{say("toQuestions")}</a> : another}
        </StandingNotice>
      );
    case "nothing":
      return (
        <StandingNotice t={t} kind="warn" title={say("nothing")} text={say("nothingText")}>
          {another}
        </StandingNotice>
      );
    case "mapping":
      return (
        <StandingNotice
          t={t}
          kind="warn"
          title={t("mapping.decision.title")}
          text={t("mapping.decision.text")}
        >
          <div>
            <LinkButton href={`/results/imports/${file.id}/mapping`} kind="primary">
              {t("mapping.decision.open")}
            </LinkButton>
          </div>
        </StandingNotice>
      );
    case "unchanged":
      return (
        <StandingNotice t={t} kind="ok" title={say("unchanged")} text={say("unchangedText")}>
          <Analyses words={words} file={file} />
        </StandingNotice>
      );
    case "applied":
      return (
        <StandingNotice
          t={t}
          kind="ok"
          title={say("applied", { at: at(file.appliedAt) })}
          text={changes(words, file, "did")}
        >
          <Analyses words={words} file={file} />
        </StandingNotice>
      );
    case "undone":
      return (
        <StandingNotice
          t={t}
          kind="none"
          title={say("undone", { at: at(file.undoneAt) })}
          text={say("undoneText")}
        >
          {again}
        </StandingNotice>
      );
    case "refused":
      return (
        <StandingNotice
          t={t}
          kind="risk"
          title={say("refused")}
          text={file.refusal === null ? "" : findingText(words.locale, file.refusal)}
        >
          {another}
        </StandingNotice>
      );
    case "failed":
      return (
        <StandingNotice t={t} kind="risk" title={say("failed")} text={say("failedText", { id: file.id })}>
          {file.kept ? again : another}
        </StandingNotice>
      );
  }
}

function readySentences({ t }: Words, { understood, sums, errors, warnings }: ImportView): string[] {
  const held = understood?.held ?? 0;
  const refused = understood?.refused ?? 0;
  return [
    t("results.review.readyText", { people: sums.taken, absent: sums.absent }),
    errors > 0
      ? t("results.review.faulty", { count: errors })
      : warnings > 0
        ? t("results.review.warned", { count: warnings })
        : t("results.review.clean"),
    ...(held > 0 ? [t("results.review.held", { count: held })] : []),
    ...(refused > 0 ? [t("results.review.refusedRows", { count: refused })] : []),
  ];
}

/** What changes, or changed, in numbers; what is zero is not mentioned. */
function changes(words: Words, { sums }: ImportView, tense: "will" | "did"): string {
  const parts = (["added", "changed", "unchanged", "gone"] as const)
    .filter((key) => sums[key] > 0)
    .map((key) => words.t(`results.review.${tense}.${key}`, { count: countText(words, sums[key]) }));
  return words.t(`results.review.${tense}.all`, { parts: parts.join(", ") });
}

function CheckAgain(props: { t: Words["t"]; file: ImportView; action: ResultsAction; primary?: boolean }) {
  const { t, file, action, primary = false } = props;
  return (
    <ActionForm
      id="check-again"
      action={action}
      importId={file.id}
      kind={primary ? "primary" : "secondary"}
      words={{ send: t("results.review.checkAgain"), sending: t("results.review.checking") }}
    />
  );
}

/** Links to the analysis of what was applied; longer lists have theirs in the table of changes. */
const mostLinks = 3;

function Analyses({ words, file }: { words: Words; file: ImportView }) {
  const { t } = words;
  if (file.targets.length === 0 || file.targets.length > mostLinks) return null;
  return (
    <ul className="grid gap-1">
      {file.targets.map(({ schoolId, schoolName, work }) => (
        <li key={`${schoolId}-${work.id}`}>
          <a href={`/insights/school-${schoolId}/${work.id}`}>
            {t("results.review.analysis", { work: workName(t, work), school: schoolName })}
          </a>
        </li>
      ))}
    </ul>
  );
}
