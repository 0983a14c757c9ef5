import { Section } from "#components/layout/section.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { usedFacts } from "#lib/indicators/formula/expression.ts";
import { factOf } from "#lib/indicators/formula/facts.ts";
import { parseFormula } from "#lib/indicators/formula/parse.ts";
import type { OrphanIndicators } from "#lib/indicators/link-queries.ts";
import { indicatorAddress } from "#lib/indicators/owner.ts";
import type { CatalogueLine } from "#lib/indicators/shapes.ts";
import { type IndicatorWords, indicatorName, vocabularyText } from "#lib/indicators/view.ts";

/** Indicators that stand on no clause, and those without data: each with what is known and the way to mend it. */
export function OrphanTables({ words, orphans }: { words: IndicatorWords; orphans: OrphanIndicators }) {
  const { t } = words;
  const { withoutClause, withoutData } = orphans;
  const name = (line: CatalogueLine) => (
    <a href={`/indicators/${indicatorAddress(line.code, line.owner)}`}>
      {line.code} · {indicatorName(words, line.version)}
    </a>
  );
  const first = <Line extends CatalogueLine>(): Column<Line> => ({
    key: "name",
    head: t("indicators.list.name"),
    cell: name,
  });
  return (
    <>
      <Section
        id="basis"
        title={t("indicators.orphans.basis")}
        lead={t("indicators.orphans.basisLead", { count: withoutClause.length })}
      >
        {withoutClause.length > 0 ? (
          <Table
            id="basis-table"
            t={t}
            caption={t("indicators.orphans.basis")}
            rows={withoutClause}
            rowKey={({ id }) => String(id)}
            sticky={false}
            columns={[
              first(),
              {
                key: "citation",
                head: t("indicators.orphans.citation"),
                cell: ({ citations }) =>
                  citations.filter(Boolean).join("; ") || t("indicators.orphans.noCitation"),
              },
            ]}
          />
        ) : null}
      </Section>
      <Section
        id="data"
        title={t("indicators.orphans.data")}
        lead={t("indicators.orphans.dataLead", { count: withoutData.length })}
      >
        {withoutData.length > 0 ? (
          <Table
            id="data-table"
            t={t}
            caption={t("indicators.orphans.data")}
            rows={withoutData}
            rowKey={({ id }) => String(id)}
            sticky={false}
            columns={[
              first(),
              {
                key: "how",
                head: t("indicators.orphans.how"),
                cell: ({ version }) => t(`indicators.orphans.${sourceOf(version)}`),
              },
              {
                key: "performer",
                head: t("indicators.orphans.performer"),
                cell: ({ version }) => vocabularyText(words, "performers", version.performer),
              },
            ]}
          />
        ) : null}
      </Section>
    </>
  );
}

/** Who makes the number: the portal from what it has, the portal from numbers that people enter, or a person. */
function sourceOf({ numerator, denominator }: CatalogueLine["version"]): "computed" | "mixed" | "entered" {
  if (numerator === null) return "entered";
  const facts = [numerator, denominator ?? "0"].flatMap((text) => {
    const parsed = parseFormula(text);
    return parsed.ok ? usedFacts(parsed.expression) : [];
  });
  return facts.some((code) => factOf(code)?.source === "entered") ? "mixed" : "computed";
}
