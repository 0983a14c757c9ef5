import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Day } from "#lib/platform/clock.ts";
import { dueDayOf } from "#lib/schedule/cycle/rules.ts";
import { yearTemplate } from "#lib/schedule/cycle/template.ts";

/** What a year begins with: every line of the template with its day, before it becomes the school's. */
export function TemplateList(props: { t: Translate; year: number; day: (day: Day) => string }) {
  const { t, year, day } = props;
  return (
    <Fold summary={t("cycle.start.template")}>
      <ul className="grid gap-2">
        {yearTemplate.map((line) => (
          <li key={line.code}>
            {t("cycle.desk.item", {
              title: t(`cycle.template.${line.code}.title`),
              day: day(dueDayOf(line, year)),
            })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
