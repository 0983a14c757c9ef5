import type { ResultsAction } from "#components/results/action-form.tsx";
import { ReviewDecision } from "#components/results/review-decision.tsx";
import { Undo } from "#components/results/undo.tsx";
import { countText, type Words } from "#components/results/words.ts";
import { workName } from "#lib/assessments/work-title.ts";
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
  const filled = file.understood?.journalWorks.reduce((sum, work) => sum + work.filled, 0) ?? 0;
  const counts = {
    marks: countText(words, file.understood?.marks ?? 0),
    pupils: countText(words, file.understood?.taken ?? 0),
    filled: countText(words, filled),
  };
  return (
    <ReviewDecision
      words={words}
      // A journal in which nothing was understood waits for the person who knows its columns.
      file={{ ...file, state: file.state === "nothing" ? "question" : file.state }}
      sentences="journals"
      ready={words.t(`journals.${filled > 0 ? "readyText" : "readyNone"}`, counts)}
      applied={words.t("journals.appliedText", counts)}
      asks={asks}
      apply={apply}
      onward={<Analyses words={words} file={file} />}
    />
  );
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

/** Taking an applied journal back. */
export function UndoJournal({
  words: { t },
  file,
  action,
}: Pick<Props, "words" | "file"> & { action: ResultsAction }) {
  if (file.state !== "applied") return null;
  return (
    <Undo
      importId={file.id}
      action={action}
      words={{
        title: t("journals.undoTitle"),
        text: t("journals.undoText"),
        send: t("journals.undo"),
        sending: t("journals.undoing"),
      }}
      refusal={file.undoing.allowed ? null : t("results.undo.changedSince")}
    />
  );
}
