import type { ResultsAction } from "#components/results/action-form.tsx";
import { ReviewDecision } from "#components/results/review-decision.tsx";
import { Undo } from "#components/results/undo.tsx";
import type { Words } from "#components/results/words.ts";
import { workName } from "#lib/assessments/work-title.ts";
import type { ReportImportView } from "#lib/reported/queries.ts";

interface Props {
  words: Words;
  file: ReportImportView;
  apply: ResultsAction;
}

/** Where a report stands, in one sentence, and the one thing to do next. */
export function ReportDecision({ words, file, apply }: Props) {
  const say = (key: string, params?: Record<string, string | number>) =>
    words.t(`reported.review.${key}`, params);
  const news = { added: file.report?.added ?? 0, changed: file.report?.changed ?? 0 };
  return (
    <ReviewDecision
      words={words}
      file={file}
      sentences="reported.review"
      ready={`${say("readyText", { figures: figuresOf(file) })} ${say("news", news)}`}
      applied={say("appliedText")}
      asks={file.asksShares || file.asksWork}
      apply={apply}
      onward={<Onward words={words} file={file} />}
    />
  );
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

/** Taking an applied report back. */
export function UndoReport({
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
        title: t("reported.review.undoTitle"),
        text: t("reported.review.undoText"),
        send: t("reported.review.undo"),
        sending: t("reported.review.undoing"),
      }}
      refusal={null}
    />
  );
}

/** Figures that were taken. */
export function figuresOf({ report }: ReportImportView): number {
  return report === null ? 0 : Object.values(report.states).reduce((sum, count) => sum + count, 0);
}
