import { type Column, Table } from "#components/ui/table.tsx";
import type { FactUse } from "#lib/indicators/values/fact-uses.ts";
import type { DryRun as Run } from "#lib/indicators/values/formula-queries.ts";
import { plainText, type ValueWords, valueText } from "#lib/indicators/values/words.ts";
import { schoolYear as yearText } from "#lib/platform/format/day.ts";
import { sourceTitle } from "./source-title.ts";

/** What the formula would give for one school, from which facts and rows. Nothing is kept. */
export function DryRun({ words, run, unit }: { words: ValueWords; run: Run; unit: string }) {
  const { t } = words;
  const { computed, facts, rows } = run;
  const columns: Column<FactUse>[] = [
    { key: "fact", head: t("indicatorValues.one.fact"), cell: ({ code }) => t(`formulas.facts.${code}`) },
    { key: "code", head: t("formulas.editor.code"), cell: ({ text }) => <code>{text}</code> },
    {
      key: "value",
      head: t("indicatorValues.one.value"),
      numeric: true,
      cell: ({ value }) => (value === null ? t("format.figure.absent") : plainText(words, value)),
    },
  ];
  const parts = [computed.numerator, computed.denominator].flatMap((one) =>
    one === null ? [] : [plainText(words, one)],
  );
  return (
    <div className="grid gap-4">
      <p className="text-stat font-semibold">
        {valueText(words, computed, { unit, decimals: 1 })}
        {parts.length > 1 ? <span className="font-normal"> = {parts.join(" / ")}</span> : null}
      </p>
      <Table
        id="dry-facts"
        t={t}
        caption={t("formulas.editor.dryCaption", { unit: run.school.name, year: yearText(run.schoolYear) })}
        columns={columns}
        rows={facts}
        rowKey={({ text }) => text.replaceAll(/[^a-z0-9_]/gi, "-")}
      />
      {rows.length > 0 ? (
        <>
          <h3>{t("formulas.editor.dryRows")}</h3>
          <ul className="grid gap-1">
            {rows.map((row) => (
              <li key={`${row.kind}-${row.id}`}>
                {sourceTitle(t, row)}: {row.participants}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
