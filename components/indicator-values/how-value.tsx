import { type Column, Table } from "#components/ui/table.tsx";
import type { FactUse } from "#lib/indicators/values/fact-uses.ts";
import type { IndicatorValuePage } from "#lib/indicators/values/value-queries.ts";
import { periodText, plainText, type ValueWords } from "#lib/indicators/values/words.ts";
import { formatInstant } from "#lib/platform/format/day.ts";

/** The formula as it stands, and the same with the school's numbers in it. */
export function FormulaText({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t } = words;
  const { version, line, unit } = page;
  if (version.numerator === null) return <p>{t("indicatorValues.one.noFormula")}</p>;
  const text = [version.numerator, version.denominator].filter((one) => one !== null && one !== "");
  const numbers =
    line.numerator === null
      ? null
      : [line.numerator, line.denominator].flatMap((one) => (one === null ? [] : [plainText(words, one)]));
  return (
    <div className="formula grid gap-1">
      <p>
        <code>{text.length > 1 ? text.map((one) => `(${one})`).join(" / ") : text[0]}</code>
      </p>
      {version.condition ? (
        <p>
          {t("formulas.editor.condition")}: <code>{version.condition}</code>
        </p>
      ) : null}
      {numbers ? <p className="font-semibold">{numbers.join(" / ")}</p> : null}
      {unit.kind !== "school" ? <p>{areaWords(words, page)}</p> : null}
    </div>
  );
}

function areaWords(words: ValueWords, { version, line }: IndicatorValuePage): string {
  const { t } = words;
  if (line.reason === "notAdditive" || version.aggregation === "notAdditive")
    return t("indicatorValues.one.areaNone");
  if (line.numerator === null || line.denominator === null) return t("indicatorValues.one.areaSum");
  return t("indicatorValues.one.areaFormula", {
    n: plainText(words, line.numerator),
    d: plainText(words, line.denominator),
  });
}

/** Facts behind a school's value: what each means, where it is from, who entered it on what grounds. */
export function FactTable({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t } = words;
  const columns: Column<FactUse>[] = [
    {
      key: "fact",
      head: t("indicatorValues.one.fact"),
      cell: ({ code, text }) => (
        <>
          {code.startsWith("value:") ? t("indicatorValues.one.noFormula") : t(`formulas.facts.${code}`)}{" "}
          <code className="text-ink-3">{text}</code>
        </>
      ),
    },
    {
      key: "value",
      head: t("indicatorValues.one.value"),
      numeric: true,
      cell: ({ value, unit, code }) =>
        value === null
          ? t("format.figure.absent")
          : unit === null && !code.startsWith("value:")
            ? t(value === 1 ? "indicatorValues.yes" : "indicatorValues.no")
            : plainText(words, value),
    },
    {
      key: "from",
      head: t("indicatorValues.one.from"),
      cell: ({ source, entered }) =>
        source === "entered"
          ? t(`indicatorValues.one.origins.${entered?.origin ?? "entered"}`)
          : t(`formulas.groups.${source}`),
    },
    {
      key: "who",
      head: t("indicatorValues.one.who"),
      cell: ({ entered }) =>
        entered
          ? [entered.who ?? "—", formatInstant(entered.at, words), entered.note].filter(Boolean).join(", ")
          : "—",
    },
  ];
  return (
    <Table
      id="facts-table"
      t={t}
      caption={t("indicatorValues.one.factsCaption", {
        unit: page.unit.name,
        year: periodText(words, page.period),
      })}
      columns={columns}
      rows={page.facts}
      rowKey={({ text }) => text.replaceAll(/[^a-z0-9_]/gi, "-")}
    />
  );
}
