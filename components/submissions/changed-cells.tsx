import { changedId } from "#components/results/result-rows.tsx";
import { instantText, type Words } from "#components/results/words.ts";
import { Fold } from "#components/ui/fold.tsx";
import type { ChangedCell } from "#lib/submissions/changed-cells-queries.ts";
import { changedName, changedValue } from "./changed-words.ts";

/** The key by which a cell of the rows is marked as changed. */
export const changedKey = ({ code, name }: ChangedCell) =>
  `${code} ${"index" in name ? name.index : name.field}`;

/** What the marked cells of the page were before: newest first, each with who changed it and by which file. */
export function ChangedCells({
  words,
  cells,
  tasks,
  place,
}: {
  words: Words;
  cells: readonly ChangedCell[];
  tasks: readonly string[];
  /** The address of the rows; a row's whole history stands below it. */
  place: string;
}) {
  const { t } = words;
  if (cells.length === 0) return null;
  const groups = [...Map.groupBy(cells, changedKey)];
  return (
    <Fold id="changed" summary={t("submissions.changed.title", { count: groups.length })}>
      <ul className="grid gap-3">
        {groups.map(([key, steps]) => (
          <li key={key} id={changedId(key)} className="grid gap-1">
            <p className="font-semibold">
              <a href={`${place}/history/${encodeURIComponent(steps[0]?.code ?? "")}`}>
                {t("submissions.changed.cell", {
                  code: steps[0]?.code ?? "",
                  name: steps[0] ? changedName(t, steps[0].name, tasks) : "",
                })}
              </a>
            </p>
            {steps.map((step) => (
              <p key={step.at}>
                {t("submissions.changed.step", {
                  at: instantText(words, step.at),
                  by: step.by || "none",
                  before: changedValue(t, step, step.before),
                  after: changedValue(t, step, step.after),
                  file: step.file || "none",
                })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
