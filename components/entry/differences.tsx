import { Section } from "#components/layout/section.tsx";
import type { Words } from "#components/results/words.ts";
import { resolveAction } from "#lib/entry/actions.ts";
import { entryColumns } from "#lib/entry/columns.ts";
import type { Difference, EntryView } from "#lib/entry/queries.ts";
import { EntryForm } from "./entry-form.tsx";

/** Cells in which two typings differ: both values, and the paper decides. */
export function Differences({ words: { t }, entry }: { words: Words; entry: EntryView }) {
  const { agreement, differences } = entry;
  if (!agreement) return null;
  const left = differences.length;
  return (
    <Section
      id="differences"
      title={t("entry.twice.differences")}
      lead={left === 0 ? t("entry.twice.none") : t("entry.twice.differencesLead", { count: left })}
    >
      <ul className="grid gap-4">
        {differences.map((one) => (
          <li key={one.name} className="grid gap-2">
            <p className="font-semibold">
              {t("entry.twice.place", { code: one.code || "—", column: columnName(t, entry, one) })}
            </p>
            <div className="flex flex-wrap gap-4">
              {(["first", "second"] as const).map((keep) => (
                <EntryForm
                  key={keep}
                  id={`resolve-${keep}-${one.row}-${one.column.replace(/\W/g, "_")}`}
                  action={resolveAction}
                  entryKey={entry.key}
                  words={{
                    send: t(`entry.twice.${keep}`, { value: one[keep] || t("entry.twice.blank") }),
                    sending: t("entry.twice.choosing"),
                  }}
                >
                  <input type="hidden" name="cell" value={one.name} />
                  <input type="hidden" name="keep" value={keep} />
                </EntryForm>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function columnName(t: Words["t"], entry: EntryView, { column }: Difference): string {
  const spec = entryColumns(entry.work.tasks).find(({ key }) => key === column);
  return t(`entry.client.place.${spec?.kind ?? "task"}`, { task: spec?.code ?? "" });
}
