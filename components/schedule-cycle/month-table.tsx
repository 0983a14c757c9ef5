import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { CycleItemView } from "#lib/schedule/cycle/item-view.ts";
import { itemWords } from "#lib/schedule/cycle/words.ts";
import { StandingMark } from "./standing-mark.tsx";

interface Props {
  t: Translate;
  /** 1–12. */
  month: number;
  items: readonly CycleItemView[];
  day: (day: string) => string;
}

/** The lines of one month: what, who, until when, what comes out of it and for whom, and how it stands. */
export function MonthTable({ t, month, items, day }: Props) {
  const column = (key: string) => t(`cycle.table.${key}`);
  return (
    <Table
      id={`month-${month}`}
      t={t}
      caption={t("cycle.table.caption", { month: t(`cycle.month.${month}`), count: items.length })}
      rows={items}
      rowKey={(item) => String(item.id)}
      sticky={false}
      columns={[
        {
          key: "title",
          head: column("title"),
          cell: (item) => <a href={`/schedule/cycle/${item.id}`}>{itemWords(t, item).title}</a>,
        },
        {
          key: "due",
          head: column("due"),
          cell: (item) => <span className="whitespace-nowrap">{day(item.dueOn)}</span>,
        },
        { key: "state", head: column("state"), cell: (item) => <StandingMark t={t} item={item} day={day} /> },
        {
          key: "performer",
          head: column("performer"),
          cell: (item) => item.performerName ?? t(`cycle.performer.${item.performer}`),
        },
        { key: "output", head: column("output"), cell: (item) => itemWords(t, item).output },
        { key: "addressees", head: column("addressees"), cell: (item) => addresseeWords(t, item) },
      ]}
    />
  );
}

/** The addressees of a line in words. */
export function addresseeWords(t: Translate, { addressees }: Pick<CycleItemView, "addressees">): string {
  return addressees.length > 0
    ? addressees.map((one) => t(`cycle.addressee.${one}`)).join(", ")
    : t("cycle.item.noAddressees");
}
