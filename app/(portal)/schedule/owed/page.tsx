import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { OwedTable } from "#components/schedule/owed-table.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Select } from "#components/ui/select.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { cycleYearOf } from "#lib/schedule/cycle/rules.ts";
import { getOwed, owesNothing } from "#lib/schedule/owed/queries.ts";
import { idParam } from "#lib/schedule/schema.ts";
import { toLocale } from "#messages/load.ts";
import { type Query, today } from "../read-schedule.ts";

const asked = z.object({
  municipality: idParam.nullable().catch(null).default(null),
  only: z.literal("debts").optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("owed"))("title") };
}

/** What the schools of a municipality owe: lines of the cycle, values of indicators, documents unread. */
export default async function OwedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/schedule/owed");
  const filter = asked.parse(await searchParams);
  const owed = await answered(() => getOwed(viewer, filter.municipality, today()));
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const { municipality, municipalities } = owed;
  const schools = filter.only ? owed.schools.filter((one) => !owesNothing(one)) : owed.schools;
  const debtors = owed.schools.filter((one) => !owesNothing(one)).length;
  return (
    <>
      <PageHeader
        t={t}
        title={t("owed.title")}
        facts={t("owed.facts", { municipality: municipality.name, day: formatDay(today(), { locale }) })}
        lead={t("owed.lead")}
        crumbs={[{ label: t("schedule.title"), href: "/schedule" }, { label: t("owed.title") }]}
        actions={
          <LinkButton href={`/api/schedule/owed?municipality=${municipality.id}`}>
            {t("owed.export")}
          </LinkButton>
        }
      />
      <search aria-label={t("schedule.filter.label")} className="print:hidden">
        <form action="/schedule/owed" className="flex flex-wrap items-end gap-4">
          {municipalities.length > 1 ? (
            <Select
              id="municipality"
              name="municipality"
              label={t("schedule.filter.municipality")}
              defaultValue={String(municipality.id)}
              options={municipalities.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          ) : null}
          <ChoiceGroup
            id="only"
            name="only"
            label={t("owed.which")}
            choices={[{ value: "debts", label: t("owed.only") }]}
            chosen={filter.only ? ["debts"] : []}
          />
          <Button type="submit">{t("schedule.filter.show")}</Button>
        </form>
      </search>
      {schools.length === 0 ? (
        <EmptyState why={t("owed.empty")} />
      ) : (
        <OwedTable
          t={t}
          schools={schools}
          caption={t("owed.caption", { debtors, all: owed.schools.length })}
          day={(day) => formatDay(day, { locale })}
          cycleYear={cycleYearOf(today())}
        />
      )}
    </>
  );
}
