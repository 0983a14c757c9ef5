import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { valueHref } from "#lib/indicators/values/addresses.ts";
import { wholeYear } from "#lib/indicators/values/period.ts";
import type { ValueUnit } from "#lib/indicators/values/unit.ts";
import type { ValueLine } from "#lib/indicators/values/value-view.ts";
import {
  indicatorName,
  numberText,
  partText,
  periodText,
  type ValueWords,
  valueText,
} from "#lib/indicators/values/words.ts";

const shapes = { optimal: "ok", sufficient: "ok", acceptable: "warn", critical: "risk" } as const;

/** Indicators of one part of the catalogue with value, plan, level and the year before. */
export function ValueTable(props: {
  words: ValueWords;
  id: string;
  caption: string;
  lines: readonly ValueLine[];
  unit: ValueUnit;
  schoolYear: number;
}) {
  const { words, id, caption, lines, unit, schoolYear } = props;
  const { t } = words;
  const columns: Column<ValueLine>[] = [
    {
      key: "name",
      head: t("indicatorValues.table.name"),
      cell: (line) => (
        <>
          <a href={valueHref(line.indicatorId, unit, schoolYear, line.part)}>
            {line.code} {indicatorName(words, line)}
          </a>
          {line.part === wholeYear ? null : (
            <span className="block text-small text-ink-2">
              {periodText(words, { schoolYear, part: line.part })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "value",
      head: t("indicatorValues.table.value"),
      numeric: true,
      cell: (line) => <ValueCell words={words} line={line} />,
    },
    {
      key: "part",
      head: t("indicatorValues.table.part"),
      numeric: true,
      cell: (line) => partText(words, line) ?? "—",
    },
    {
      key: "target",
      head: t("indicatorValues.table.target"),
      numeric: true,
      cell: (line) =>
        line.target === null ? (
          <span className="text-ink-3">{t("indicatorValues.noTarget")}</span>
        ) : (
          numberText(words, line.target, line)
        ),
    },
    {
      key: "before",
      head: t("indicatorValues.table.before"),
      numeric: true,
      cell: (line) => {
        const before =
          line.history.find((one) => one.schoolYear === schoolYear - 1 && one.part === line.part)?.value ??
          null;
        return before === null ? t("format.figureDense.absent") : numberText(words, before, line);
      },
    },
    {
      key: "level",
      head: t("indicatorValues.table.level"),
      cell: (line) => <LevelWord words={words} level={line.level} />,
    },
  ];
  if (unit.kind !== "school")
    columns.splice(3, 0, {
      key: "schools",
      head: t("indicatorValues.table.schools"),
      numeric: true,
      cell: (line) =>
        t("indicatorValues.schoolsOf", { part: String(line.schools), whole: String(line.schoolsDue) }),
    });
  return (
    <Table
      id={id}
      t={t}
      caption={caption}
      columns={columns}
      rows={lines}
      rowKey={(line) => String(line.indicatorId)}
    />
  );
}

/** A number, or the words of its silence in the quieter ink. */
export function ValueCell({ words, line }: { words: ValueWords; line: ValueLine }) {
  const text = valueText(words, line, line);
  return line.value === null ? <span className="text-ink-3">{text}</span> : <strong>{text}</strong>;
}

/** The level of a value with its shape; a value without borders has none. */
export function LevelWord({ words: { t }, level }: { words: ValueWords; level: ValueLine["level"] }) {
  if (level === null) return <span className="text-ink-3">{t("indicatorValues.levels.none")}</span>;
  return <Status kind={shapes[level]} t={t} word={t(`indicatorValues.levels.${level}`)} />;
}
