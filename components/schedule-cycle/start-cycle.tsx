import { Section } from "#components/layout/section.tsx";
import { FieldsForm } from "#components/submissions/fields-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Day } from "#lib/platform/clock.ts";
import { formatDay, schoolYear } from "#lib/platform/format/day.ts";
import { startCycleAction } from "#lib/schedule/cycle/actions.ts";
import { cycleYearOf } from "#lib/schedule/cycle/rules.ts";
import { yearTemplate } from "#lib/schedule/cycle/template.ts";
import type { Locale } from "#messages/load.ts";
import { TemplateList } from "./template-list.tsx";

interface Props {
  t: Translate;
  locale: Locale;
  year: number;
  today: Day;
  canPlan: boolean;
}

/** No cycle for the year yet: what the template holds, and how to make one of it. */
export function StartCycle({ t, locale, year, today, canPlan }: Props) {
  if (!canPlan) return <EmptyState why={t("cycle.none")} waiting={t("cycle.noneRead")} />;
  // A year that is under way begins today; one that has passed or is to come, with its August.
  const from = cycleYearOf(today) === year ? today : `${year}-08-01`;
  return (
    <Section
      id="start"
      title={t("cycle.start.title", { year: schoolYear(year) })}
      lead={t("cycle.start.lead", { count: yearTemplate.length })}
    >
      <FieldsForm
        id="start-cycle"
        action={startCycleAction}
        kind="primary"
        hidden={{ year }}
        fields={[
          {
            name: "from",
            kind: "day",
            label: t("cycle.start.from"),
            hint: t("cycle.start.fromHint"),
            value: from,
          },
        ]}
        words={{ send: t("cycle.start.send"), sending: t("cycle.sending") }}
      />
      <TemplateList t={t} year={year} day={(day) => formatDay(day, { locale, style: "long" })} />
    </Section>
  );
}
