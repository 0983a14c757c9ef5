import { Status, type StatusKind } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { CycleItemView } from "#lib/schedule/cycle/item-view.ts";
import type { Standing } from "#lib/schedule/cycle/rules.ts";

const shapes: Readonly<Record<Standing, StatusKind>> = {
  done: "ok",
  overdue: "risk",
  soon: "warn",
  underway: "none",
  planned: "none",
  dropped: "none",
};

/** How a line stands, by shape and word; what is done says when. */
export function StandingMark(props: { t: Translate; item: CycleItemView; day: (day: string) => string }) {
  const { t, item, day } = props;
  const word = t(`cycle.standing.${item.standing}`);
  return (
    <Status
      kind={shapes[item.standing]}
      t={t}
      word={item.doneOn === null ? word : t("cycle.doneOn", { word, day: day(item.doneOn) })}
      plain={item.standing === "planned" || item.standing === "dropped"}
    />
  );
}
