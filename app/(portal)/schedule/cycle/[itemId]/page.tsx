import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ContentForm } from "#components/schedule-cycle/content-form.tsx";
import { ItemFacts } from "#components/schedule-cycle/item-facts.tsx";
import { addresseeChoices, contentFields, reportFields } from "#components/schedule-cycle/item-fields.ts";
import { FieldsForm } from "#components/submissions/fields-form.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay, schoolYear } from "#lib/platform/format/day.ts";
import { editCycleItemAction, reportCycleItemAction } from "#lib/schedule/cycle/actions.ts";
import { getCycleItem } from "#lib/schedule/cycle/queries.ts";
import { itemWords } from "#lib/schedule/cycle/words.ts";
import { toLocale } from "#messages/load.ts";
import { clauseOfLine, clausesForLine } from "../read-clauses.ts";
import { cycleToday } from "../read-cycle.ts";

type Props = { params: Promise<{ itemId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle"))("title") };
}

/** One line of the cycle: what it is, what became of it, and the forms to say so. */
export default async function CycleItemPage({ params }: Props) {
  const { itemId } = await params;
  const viewer = await requireViewer(`/schedule/cycle/${itemId}`);
  const id = z.coerce.number().int().positive().catch(0).parse(itemId);
  const today = cycleToday();
  const page = await answered(() => getCycleItem(viewer, id, today));
  const { item, school, year, canPlan, canReport, people } = page;
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const hidden = { itemId: item.id, version: item.version };
  const back = `/schedule/cycle?year=${year}${viewer.schoolId === null ? `&school=${school.id}` : ""}`;
  const { title } = itemWords(t, item);
  const sending = t("cycle.sending");
  return (
    <>
      <PageHeader
        t={t}
        title={title}
        facts={`${school.name} · ${t("cycle.year", { year: schoolYear(year) })}`}
        lead={item.code === "" ? t("cycle.item.own") : null}
        crumbs={[{ label: t("cycle.crumb"), href: back }, { label: title }]}
      />
      <ItemFacts
        t={t}
        item={item}
        day={(day) => formatDay(day, { locale, style: "full" })}
        clause={await clauseOfLine(viewer, item.clause)}
      />
      {canReport ? (
        <Section id="report" title={t("cycle.report.title")}>
          <FieldsForm
            key={item.version}
            id="report-item"
            action={reportCycleItemAction}
            kind="primary"
            hidden={hidden}
            fields={reportFields(t, item, today, canPlan)}
            words={{ send: t("cycle.report.send"), sending }}
          />
        </Section>
      ) : null}
      {canPlan ? (
        <Fold summary={t("cycle.edit.title")}>
          <ContentForm
            key={item.version}
            id="edit-item"
            action={editCycleItemAction}
            hidden={hidden}
            fields={contentFields(t, people, item, await clausesForLine(t, viewer, item.clause))}
            addressees={{
              label: t("cycle.edit.addressees"),
              choices: addresseeChoices(t),
              chosen: item.addressees,
            }}
            words={{ send: t("cycle.edit.send"), sending }}
          />
        </Fold>
      ) : null}
    </>
  );
}
