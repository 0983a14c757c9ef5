import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { CycleItemView } from "#lib/schedule/cycle/item-view.ts";
import { itemWords } from "#lib/schedule/cycle/words.ts";
import { addresseeWords } from "./month-table.tsx";
import { StandingMark } from "./standing-mark.tsx";

/** Everything about one line. */
export function ItemFacts(props: {
  t: Translate;
  item: CycleItemView;
  day: (day: string) => string;
  /** The clause that it rests on; null where only words say it, or the reader may not see it. */
  clause: { href: string; label: string } | null;
}) {
  const { t, item, day, clause } = props;
  const words = itemWords(t, item);
  const fact = (key: string, term: string, value: React.ReactNode) => ({
    key,
    term: t(`cycle.${term}`),
    value,
  });
  const document = item.document || item.documentUrl;
  return (
    <Facts
      facts={[
        fact("state", "table.state", <StandingMark t={t} item={item} day={day} />),
        fact("due", "table.due", day(item.dueOn)),
        fact("performer", "table.performer", t(`cycle.performer.${item.performer}`)),
        fact("person", "item.person", item.performerName ?? t("cycle.item.nobody")),
        fact("output", "table.output", words.output),
        fact("addressees", "item.addressees", addresseeWords(t, item)),
        ...(clause ? [fact("clause", "item.clause", <a href={clause.href}>{clause.label}</a>)] : []),
        ...(words.basis ? [fact("basis", "item.basis", words.basis)] : []),
        ...(item.evidence ? [fact("evidence", "item.evidence", item.evidence)] : []),
        ...(document
          ? [
              fact(
                "document",
                "item.document",
                item.documentUrl ? <a href={item.documentUrl}>{document}</a> : document,
              ),
            ]
          : []),
        ...(item.status === "dropped" ? [fact("reason", "item.reason", item.reason)] : []),
      ]}
    />
  );
}
