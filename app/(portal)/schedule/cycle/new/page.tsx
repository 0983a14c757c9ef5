import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ContentForm } from "#components/schedule-cycle/content-form.tsx";
import { addresseeChoices, contentFields } from "#components/schedule-cycle/item-fields.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { addCycleItemAction } from "#lib/schedule/cycle/actions.ts";
import { getCycleForm } from "#lib/schedule/cycle/queries.ts";
import { clausesForLine } from "../read-clauses.ts";
import { cycleToday, type Query, readCycle } from "../read-cycle.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle"))("add.title") };
}

/** A line of the school's own for the cycle of a year. */
export default async function NewCycleItemPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/schedule/cycle/new");
  const { year } = readCycle(await searchParams, cycleToday());
  const form = await answered(() => getCycleForm(viewer, year));
  // There is nothing to add to before the year has a cycle.
  if (form === null) redirect(`/schedule/cycle?year=${year}`);
  const t = await getTranslations();
  const title = t("cycle.add.title");
  return (
    <>
      <PageHeader
        t={t}
        title={title}
        facts={t("cycle.year", { year: schoolYear(year) })}
        crumbs={[{ label: t("cycle.crumb"), href: `/schedule/cycle?year=${year}` }, { label: title }]}
      />
      <ContentForm
        id="add-item"
        action={addCycleItemAction}
        hidden={{ planId: form.planId }}
        fields={contentFields(t, form.people, null, await clausesForLine(t, viewer, null))}
        addressees={{ label: t("cycle.edit.addressees"), choices: addresseeChoices(t), chosen: [] }}
        words={{ send: t("cycle.add.send"), sending: t("cycle.sending") }}
      />
    </>
  );
}
