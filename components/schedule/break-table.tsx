import { EmptyState } from "#components/ui/empty-state.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { FormState } from "#lib/platform/access/form-state.ts";
import type { Break } from "#lib/schedule/facts.ts";
import type { Locale } from "#messages/load.ts";
import { spanWords } from "./area-tables.tsx";
import { ButtonForm } from "./button-form.tsx";

interface Props<Row extends Break> {
  t: Translate;
  locale: Locale;
  breaks: readonly Row[];
  remove: (state: FormState, form: FormData) => Promise<FormState>;
  /** May this one be removed here? */
  mine: (row: Row) => boolean;
}

/** Holidays and worked days off, with whose they are. */
export function BreakTable<Row extends Break>({ t, locale, breaks, remove, mine }: Props<Row>) {
  if (breaks.length === 0) return <EmptyState why={t("schedule.settings.noBreaks")} />;
  const columns: Column<Row>[] = [
    { key: "title", head: t("schedule.settings.field.breakTitle"), cell: ({ title }) => title },
    {
      key: "days",
      head: t("schedule.settings.days"),
      cell: ({ from, to }) => spanWords(locale, { opensOn: from, closesOn: to }),
    },
    {
      key: "kind",
      head: t("schedule.settings.field.breakKind"),
      cell: ({ kind }) => t(`schedule.settings.kind.${kind}`),
    },
    {
      key: "owner",
      head: t("schedule.settings.owner"),
      cell: ({ owner }) => t(`schedule.settings.of.${owner}`),
    },
    {
      key: "act",
      head: t("schedule.list.act"),
      cell: (row) =>
        mine(row) ? (
          <ButtonForm
            id={`break-${row.id}`}
            action={remove}
            hidden={{ id: String(row.id) }}
            kind="quiet"
            label={t("schedule.settings.remove")}
            about={row.title}
          />
        ) : (
          <span className="text-ink-3">—</span>
        ),
    },
  ];
  return (
    <Table
      id="break-rows"
      t={t}
      caption={t("schedule.settings.breaksCaption", { count: breaks.length })}
      columns={columns}
      rows={breaks}
      rowKey={({ id }) => String(id)}
    />
  );
}
