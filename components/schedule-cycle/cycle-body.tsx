import { Section } from "#components/layout/section.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatDay, schoolYear } from "#lib/platform/format/day.ts";
import type { CycleItemView } from "#lib/schedule/cycle/item-view.ts";
import type { CycleView } from "#lib/schedule/cycle/queries.ts";
import type { Locale } from "#messages/load.ts";
import { CompletionFinding } from "./completion-finding.tsx";
import { CycleMonths } from "./cycle-months.tsx";

const shows = ["all", "open", "overdue"] as const;
type Show = (typeof shows)[number];

interface Props {
  t: Translate;
  locale: Locale;
  plan: NonNullable<CycleView["plan"]>;
  year: number;
  school: number | null;
  show: Show;
}

/** A school's cycle: how much is done, then the year month by month. */
export function CycleBody({ t, locale, plan, year, school, show }: Props) {
  const overdue = plan.items.filter(isShown.overdue).length;
  const address = `/schedule/cycle?year=${year}${school === null ? "" : `&school=${school}`}`;
  return (
    <>
      <CompletionFinding t={t} locale={locale} completion={plan.completion} overdue={overdue} />
      <Section id="year" title={t("cycle.year", { year: schoolYear(year) })}>
        <div className="print:hidden">
          <Tabs
            label={t("cycle.show.label")}
            tabs={shows.map((one) => ({
              href: one === "all" ? address : `${address}&show=${one}`,
              label: t(`cycle.show.${one}`),
              current: one === show,
            }))}
          />
        </div>
        <CycleMonths
          t={t}
          items={plan.items.filter(isShown[show])}
          day={(day) => formatDay(day, { locale, style: "short" })}
        />
      </Section>
    </>
  );
}

const isShown: Readonly<Record<Show, (item: CycleItemView) => boolean>> = {
  all: () => true,
  open: ({ standing }) => standing !== "done" && standing !== "dropped",
  overdue: ({ standing }) => standing === "overdue",
};
