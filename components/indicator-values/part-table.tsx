import { type Column, Table } from "#components/ui/table.tsx";
import { valueHref } from "#lib/indicators/values/addresses.ts";
import type { IndicatorValuePage, PartValue } from "#lib/indicators/values/value-queries.ts";
import { numberText, partText, periodText, type ValueWords } from "#lib/indicators/values/words.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { LevelWord, ValueCell } from "./value-table.tsx";

/** The parts of a school year side by side: value, plan, level; the one that is open stands without a link. */
export function PartTable({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t, locale } = words;
  const columns: Column<PartValue>[] = [
    {
      key: "period",
      head: t("indicatorValues.period"),
      cell: ({ period, line }) => {
        const name = t(`indicatorValues.parts.${period.part}`);
        return (
          <>
            {period.part === page.period.part ? (
              <strong>{name}</strong>
            ) : (
              <a href={valueHref(line.indicatorId, page.unit, page.schoolYear, period.part)}>{name}</a>
            )}
            <span className="block text-small text-ink-2">
              {t("indicatorValues.one.daysOf", {
                from: formatDay(period.start, { locale }),
                to: formatDay(period.end, { locale }),
              })}
            </span>
          </>
        );
      },
    },
    {
      key: "value",
      head: t("indicatorValues.table.value"),
      numeric: true,
      cell: ({ line }) => <ValueCell words={words} line={line} />,
    },
    {
      key: "part",
      head: t("indicatorValues.table.part"),
      numeric: true,
      cell: ({ line }) => partText(words, line) ?? "—",
    },
    {
      key: "target",
      head: t("indicatorValues.table.target"),
      numeric: true,
      cell: ({ line }) =>
        line.target === null ? (
          <span className="text-ink-3">{t("indicatorValues.noTarget")}</span>
        ) : (
          numberText(words, line.target, line)
        ),
    },
    {
      key: "level",
      head: t("indicatorValues.table.level"),
      cell: ({ line }) => <LevelWord words={words} level={line.level} />,
    },
  ];
  return (
    <Table
      id="parts-table"
      t={t}
      caption={t("indicatorValues.one.partsCaption", {
        unit: page.unit.name,
        year: periodText(words, { schoolYear: page.schoolYear, part: "" }),
      })}
      columns={columns}
      rows={page.parts}
      rowKey={({ period }) => period.part}
    />
  );
}
