import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BankQuestion } from "#components/indicator-values/bank-question.tsx";
import { BankTable } from "#components/indicator-values/bank-table.tsx";
import { FreezeForm } from "#components/indicator-values/freeze-form.tsx";
import { FrozenList } from "#components/indicator-values/frozen-list.tsx";
import { Places } from "#components/indicator-values/places.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { freezeBankAction } from "#lib/indicators/values/actions.ts";
import { getBank, listFrozen } from "#lib/indicators/values/bank-queries.ts";
import { bankParams } from "#lib/indicators/values/schema.ts";
import { unitText } from "#lib/indicators/values/unit.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { askedOf, type Query, thisSchoolYear, valueWords } from "../values/read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicatorValues"))("bank.title") };
}

export default async function BankPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/indicators/bank");
  const query = await searchParams;
  const { unit } = askedOf(viewer, query);
  if (!unit) redirect("/indicators/values");
  const question = bankParams.parse(query);
  const table = await answered(() => getBank(viewer, unit, question));
  const frozen = await answered(() => listFrozen(viewer));
  const words = await valueWords();
  const { t } = words;
  const asked = {
    ...{ unit: unitText(unit), codes: table.indicators.map(({ code }) => code).join(",") },
    ...{ years: table.years.join(","), period: question.period },
    ...{ units: question.units, rows: question.rows },
  };
  return (
    <>
      <PageHeader
        t={t}
        title={t("indicatorValues.bank.caption", { unit: table.unitName })}
        lead={t("indicatorValues.bank.lead")}
      />
      <Places words={words} unit={unit} year={table.years.at(-1) ?? thisSchoolYear()} current="bank" />
      <BankQuestion words={words} unit={asked.unit} question={question} />
      <BankTable
        words={words}
        table={table}
        caption={t("indicatorValues.bank.caption", { unit: table.unitName })}
      />
      <div className="flex flex-wrap items-end gap-4">
        <LinkButton href={`/api/indicators/bank?${new URLSearchParams(asked)}`}>
          {t("indicatorValues.bank.export")}
        </LinkButton>
        {may(viewer, "indicators.freeze") ? (
          <FreezeForm
            action={freezeBankAction}
            hidden={asked}
            words={{ name: t("indicatorValues.bank.name"), freeze: t("indicatorValues.bank.freeze") }}
          />
        ) : null}
      </div>
      <Section id="frozen" title={t("indicatorValues.bank.frozen")}>
        <FrozenList words={words} frozen={frozen} />
      </Section>
    </>
  );
}
