import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DryRun } from "#components/indicator-values/dry-run.tsx";
import { FactCatalogue } from "#components/indicator-values/fact-catalogue.tsx";
import { FormulaFields } from "#components/indicator-values/formula-fields.tsx";
import { FormulaProblems } from "#components/indicator-values/formula-problems.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormulaTexts } from "#lib/indicators/formula/formula.ts";
import { findFormula, tryFormula } from "#lib/indicators/values/formula-queries.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { type Query, thisSchoolYear, valueWords } from "../values/read.ts";
import { formulaParams, withPicked } from "./read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("formulas"))("title") };
}

export default async function FormulaPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/indicators/formula");
  const params = formulaParams.parse({
    school: null,
    year: null,
    indicator: null,
    grade: null,
    ...(await searchParams),
  });
  const stored =
    params.indicator !== null && params.numerator === "" && params.add === ""
      ? await answered(() => findFormula(viewer, params.indicator ?? 0))
      : null;
  const texts = stored ?? withPicked(params);
  const isWritten = texts.numerator.trim() !== "";
  const year = params.year ?? thisSchoolYear() - 1;
  const page = await answered(() =>
    tryFormula(viewer, isWritten ? texts : null, params.school ?? viewer.schoolId, year),
  );
  const words = await valueWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={t("formulas.title")}
        crumbs={[
          { label: t("indicatorValues.links.catalogue"), href: "/indicators" },
          { label: t("formulas.title") },
        ]}
        lead={t("formulas.editor.lead")}
      />
      {page.problems.length > 0 ? (
        <Section
          id="problems"
          title={t("formulas.editor.problems")}
          lead={t("formulas.editor.problemCount", { count: page.problems.length })}
        >
          <FormulaProblems t={t} texts={texts} problems={page.problems} />
        </Section>
      ) : null}
      <Section id="texts" title={t("formulas.editor.texts")}>
        <FormulaFields
          words={words}
          texts={texts}
          problems={page.problems}
          schools={page.schools}
          school={page.dry?.school.id ?? params.school ?? viewer.schoolId}
          year={year}
          years={[0, 1, 2, 3].map((back) => thisSchoolYear() - back)}
        />
      </Section>
      {page.sound ? (
        <Section id="dry" title={t("formulas.editor.dry")}>
          <Notice kind="ok" t={t} title={t("formulas.editor.sound")}>
            <p>{t("formulas.editor.soundText")}</p>
            {may(viewer, "indicators.edit") ? (
              <p>
                <a href={draftHref(texts)}>{t("formulas.editor.toDraft")}</a>
              </p>
            ) : null}
          </Notice>
          {page.dry ? (
            <DryRun words={words} run={page.dry} unit={texts.unit} />
          ) : (
            <p>{t("formulas.editor.chooseSchool")}</p>
          )}
        </Section>
      ) : null}
      <FactCatalogue words={words} />
    </>
  );
}

/** A new indicator with the formula that was tried. */
function draftHref({ numerator, denominator, condition, unit, aggregation }: FormulaTexts): string {
  const parts = { numerator, denominator: denominator ?? "", condition: condition ?? "" };
  return `/indicators/new?${new URLSearchParams({ ...parts, unit, aggregation: aggregation ?? "" })}`;
}
