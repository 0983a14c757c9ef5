import { type Column, Table } from "#components/ui/table.tsx";
import { formulaInWords } from "#lib/indicators/formula/in-words.ts";
import { parseFormula } from "#lib/indicators/formula/parse.ts";
import { isUnit, units } from "#lib/indicators/units.ts";
import type { FactUse } from "#lib/indicators/values/fact-uses.ts";
import type { IndicatorValuePage } from "#lib/indicators/values/value-queries.ts";
import { numberText, periodText, plainText, type ValueWords } from "#lib/indicators/values/words.ts";
import { formatInstant } from "#lib/platform/format/day.ts";

/** The formula in words, the same with the unit's numbers in it, and the text that the portal computes by. */
export function FormulaText({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t } = words;
  const { version, line, unit } = page;
  if (version.numerator === null) return <p>{t("indicatorValues.one.noFormula")}</p>;
  const text = [version.numerator, version.denominator ?? ""].filter((one) => one !== "");
  const parts = text.map((one) => said(words, one));
  const numbers =
    line.numerator === null
      ? null
      : [line.numerator, line.denominator].flatMap((one) => (one === null ? [] : [plainText(words, one)]));
  const multiplier = isUnit(line.unit) ? units[line.unit].multiplier : 1;
  const result = [
    ...(multiplier === 1 ? [] : [`× ${plainText(words, multiplier)}`]),
    ...(line.value === null ? [] : [`= ${numberText(words, line.value, line)}`]),
  ];
  return (
    <div className="formula grid gap-1">
      <p>{parts.map((one) => (parts.length > 1 && one.compound ? `(${one.text})` : one.text)).join(" ÷ ")}</p>
      {numbers ? <p className="font-semibold">{[numbers.join(" ÷ "), ...result].join(" ")}</p> : null}
      {version.condition ? (
        <p>
          {t("formulas.editor.condition")}: {said(words, version.condition).text}
        </p>
      ) : null}
      {unit.kind !== "school" ? <p>{areaWords(words, page)}</p> : null}
      <p className="text-small text-ink-3">
        {t("formulas.words.text")}: <code>{text.join(" / ")}</code>
      </p>
    </div>
  );
}

/** A text of the formula in words; as it is written when it cannot be read any more. */
function said({ t }: ValueWords, text: string): { text: string; compound: boolean } {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { text, compound: true };
  const { expression } = parsed;
  return {
    text: formulaInWords(expression, t),
    compound: expression.kind === "binary" || expression.kind === "choose",
  };
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
