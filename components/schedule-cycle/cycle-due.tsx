import { Section } from "#components/layout/section.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { CycleItemView } from "#lib/schedule/cycle/item-view.ts";
import { itemWords } from "#lib/schedule/cycle/words.ts";
import { StandingMark } from "./standing-mark.tsx";

/** How many stand on the desk; the rest is one link away. */
const SHOWN = 5;

/** Lines of the yearly cycle that wait for this person, the longest overdue first; nothing when none does. */
export function CycleDue(props: {
  t: Translate;
  items: readonly CycleItemView[];
  day: (day: string) => string;
}) {
  const { t, items, day } = props;
  if (items.length === 0) return null;
  const overdue = items.filter(({ standing }) => standing === "overdue").length;
  return (
    <Section
      id="cycle"
      title={t("cycle.desk.title")}
      lead={t("cycle.desk.lead", { count: items.length, overdue })}
    >
      <ul className="grid gap-3">
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id} className="grid gap-1 border-l-4 border-line-strong pl-4">
            <a href={`/schedule/cycle/${item.id}`} className="inline-flex min-h-11 items-center">
              {t("cycle.desk.item", { title: itemWords(t, item).title, day: day(item.dueOn) })}
            </a>
            <StandingMark t={t} item={item} day={day} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/schedule/cycle?show=open">
          {items.length > SHOWN ? t("cycle.desk.more", { count: items.length - SHOWN }) : t("cycle.desk.all")}
        </a>
      </p>
    </Section>
  );
}
