import { instantText, type Words } from "#components/results/words.ts";
import { type Column, Table } from "#components/ui/table.tsx";
import type { HistoryStep, RowHistoryView } from "#lib/submissions/history-queries.ts";
import type { FieldChange } from "#lib/submissions/row-history.ts";
import { changedName, changedValue } from "./changed-words.ts";

/** Every change of one row, newest first: who, when, by which file, and each value before and after. */
export function RowHistory({ words, view }: { words: Words; view: RowHistoryView }) {
  return (
    <ol className="grid gap-8">
      {view.steps.map((step) => (
        <li key={`${step.importId}-${step.kind}`} className="grid gap-3">
          <StepHead words={words} step={step} />
          <Changes words={words} step={step} tasks={view.tasks} />
        </li>
      ))}
    </ol>
  );
}

function StepHead({ words, step }: { words: Words; step: HistoryStep }) {
  const { t } = words;
  const { file } = step;
  return (
    <div className="grid max-w-measure gap-1">
      <h2>{t(`submissions.row.kind.${step.kind}`)}</h2>
      <p>
        {t("submissions.row.by", {
          at: instantText(words, step.at),
          role: t(`people.roles.${step.actorRole || "system"}`),
          actor: step.actor ?? "none",
        })}{" "}
        {file === null
          ? t("submissions.row.officeFile")
          : file.row > 0
            ? t("submissions.row.file", { name: file.name, sheet: file.sheet, row: file.row })
            : t("submissions.row.fileOnly", { name: file.name })}
      </p>
    </div>
  );
}

function Changes({
  words: { t },
  step,
  tasks,
}: {
  words: Words;
  step: HistoryStep;
  tasks: readonly string[];
}) {
  const columns: Column<FieldChange>[] = [
    { key: "field", head: t("submissions.row.field"), cell: ({ name }) => changedName(t, name, tasks) },
    { key: "before", head: t("submissions.row.before"), cell: (one) => changedValue(t, one, one.before) },
    { key: "after", head: t("submissions.row.after"), cell: (one) => changedValue(t, one, one.after) },
  ];
  return (
    <Table
      id={`changes-${step.importId}-${step.kind}`}
      t={t}
      caption={t("submissions.row.caption")}
      columns={columns}
      rows={step.changes}
      rowKey={({ name }) => ("index" in name ? `task-${name.index}` : name.field)}
      dense
    />
  );
}
