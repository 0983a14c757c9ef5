import { Tabs } from "#components/ui/tabs.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Day } from "#lib/platform/clock.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { cycleYearOf } from "#lib/schedule/cycle/rules.ts";

/** The school year before, this one and the next. */
export function CycleYears(props: { t: Translate; year: number; school: number | null; today: Day }) {
  const { t, year, school, today } = props;
  const now = cycleYearOf(today);
  const years = [...new Set([now - 1, now, now + 1, year])].sort((a, b) => a - b);
  return (
    <div className="print:hidden">
      <Tabs
        label={t("cycle.years")}
        tabs={years.map((one) => ({
          href: `/schedule/cycle?year=${one}${school === null ? "" : `&school=${school}`}`,
          label: schoolYear(one),
          current: one === year,
        }))}
      />
    </div>
  );
}
