import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ImportRowView } from "#lib/results/import-list-queries.ts";
import { type ImportState, importStates } from "#lib/results/import-state.ts";
import type { Drop } from "#lib/results/schema.ts";
import type { ResultsAction } from "./action-form.tsx";
import { ApplyReady } from "./apply-ready.tsx";
import { ImportsTable } from "./imports-table.tsx";
import { Waiting } from "./waiting.tsx";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  drop: Drop;
  found: { imports: readonly ImportRowView[]; states: Record<ImportState, number> };
  apply: ResultsAction;
}

/** The files of one drop: how many stand where, the button for all that are ready, and each with its state. */
export function DropView({ words, drop, found, apply }: Props) {
  const { t } = words;
  const { imports, states } = found;
  if (imports.length === 0)
    return (
      <EmptyState
        why={t("results.drop.empty")}
        action={<a href="/results/imports">{t("results.drop.all")}</a>}
      />
    );
  const parts = importStates
    .filter((state) => states[state] > 0)
    .map((state) =>
      t(`results.drop.${state === "applying" ? "beingApplied" : state}`, { count: states[state] }),
    );
  return (
    <>
      <div className="grid gap-4">
        <p className="max-w-measure text-h3">
          {t("results.drop.files", { count: imports.length })}: {parts.join(", ")}.
        </p>
        {states.waiting + states.applying > 0 ? (
          <Waiting
            words={t(states.waiting > 0 ? "results.drop.reading" : "results.drop.applyingFiles", {
              count: states.waiting > 0 ? states.waiting : states.applying,
            })}
          />
        ) : null}
        <ApplyReady
          action={apply}
          from={drop.from}
          to={drop.to}
          ready={states.ready > 0}
          words={{
            apply: t("results.drop.apply", { count: states.ready }),
            applying: t("results.drop.applying"),
            hint: t("results.drop.applyHint"),
          }}
        />
      </div>
      <ImportsTable
        words={words}
        id="imports"
        caption={t("results.list.captionDrop", { count: imports.length })}
        imports={imports}
      />
    </>
  );
}
