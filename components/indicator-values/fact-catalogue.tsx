import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Fact } from "#lib/indicators/formula/fact.ts";
import { facts } from "#lib/indicators/formula/facts.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";

/** Every fact a formula may name: meaning, unit, source, how it adds up over schools. */
export function FactCatalogue({ words: { t } }: { words: ValueWords }) {
  const columns: Column<Fact>[] = [
    { key: "code", head: t("formulas.editor.code"), cell: ({ code }) => <code>{code}</code> },
    { key: "meaning", head: t("formulas.editor.meaning"), cell: ({ code }) => t(`formulas.facts.${code}`) },
    {
      key: "unit",
      head: t("indicatorValues.table.unit"),
      cell: ({ unit }) => t(`formulas.units.${unit ?? "yesNo"}`),
    },
    {
      key: "source",
      head: t("formulas.editor.source"),
      cell: ({ group, source, bySubject, byGrade }) =>
        [
          t(`formulas.groups.${group ?? source}`),
          bySubject ? t("formulas.editor.by.subject") : "",
          byGrade ? t("formulas.editor.by.grade") : "",
        ]
          .filter(Boolean)
          .join(", "),
    },
    { key: "sums", head: t("formulas.editor.sums"), cell: ({ adds }) => t(`formulas.editor.adds.${adds}`) },
  ];
  return (
    <Section id="catalogue" title={t("formulas.editor.allFacts")}>
      <Fold summary={t("formulas.editor.factsCaption", { count: facts.length })}>
        <Table
          id="facts-of-portal"
          t={t}
          caption={t("formulas.editor.factsCaption", { count: facts.length })}
          columns={columns}
          rows={facts}
          rowKey={({ code }) => code}
        />
      </Fold>
    </Section>
  );
}
