import { Status } from "#components/ui/status.tsx";
import { TableRegion } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import type { GridWeek, ScheduleRow } from "#lib/schedule/view.ts";
import type { Locale } from "#messages/load.ts";
import { LevelMark } from "./level-mark.tsx";
import { dayWords, subjectWords } from "./work-words.ts";

interface Props {
  t: Translate;
  locale: Locale;
  grades: readonly number[];
  weeks: readonly GridWeek[];
  caption: string;
  /** The page on which a work is moved; nothing for those who only read. */
  moveHref?: (row: ScheduleRow) => string;
}

/** Weeks by parallels. A work that may be moved can be dragged to another week (grid-drag.tsx); its link does the same by keyboard. */
export function ScheduleGrid({ t, locale, grades, weeks, caption, moveHref }: Props) {
  return (
    <div className="table-block">
      <TableRegion id="grid" dense>
        <caption className="table-caption" id="grid-caption">
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("schedule.grid.week")}</th>
            {grades.map((grade) => (
              <th key={grade} scope="col">
                {t("schedule.grid.grade", { grade })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.monday} data-week={week.monday} className="data-over:[--cell:var(--selected)]">
              <th scope="row">
                <span className="whitespace-nowrap">
                  {formatDay(week.monday, { locale }).slice(0, 5)}–
                  {formatDay(week.sunday, { locale }).slice(0, 5)}
                </span>
                {week.holidays.map((title) => (
                  <span key={title} className="block text-small font-normal text-ink-2">
                    {title}
                  </span>
                ))}
              </th>
              {week.cells.map((rows, index) => (
                <td key={grades[index]}>
                  {rows.length === 0 ? (
                    "—"
                  ) : (
                    <ul className="grid gap-2">
                      {rows.map((row) => (
                        <GridWork key={row.key} t={t} locale={locale} row={row} moveHref={moveHref} />
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableRegion>
    </div>
  );
}

function GridWork(props: {
  t: Translate;
  locale: Locale;
  row: ScheduleRow;
  moveHref: Props["moveHref"] | undefined;
}) {
  const { t, locale, row, moveHref } = props;
  const movable = moveHref !== undefined && row.workId !== null && !row.fixed;
  const worst = row.conflicts.find(({ weight }) => weight === "conflict") ?? row.conflicts[0];
  return (
    <li
      className="grid min-w-32 gap-1 border border-line p-2 text-small"
      draggable={movable || undefined}
      {...(movable ? { "data-move": moveHref(row), "data-on": row.on } : {})}
    >
      <span className="font-semibold">{subjectWords(t, row)}</span>
      <span>
        {dayWords(t, locale, row.on)} · {row.classes.join(", ")}
      </span>
      <LevelMark t={t} level={row.level} />
      {worst ? (
        <Status
          kind={worst.weight === "conflict" ? "risk" : "warn"}
          t={t}
          word={t(`loadRules.rule.${worst.rule}`)}
        />
      ) : null}
      {movable ? (
        <a href={moveHref(row)}>
          {t("schedule.move.link")}
          <span className="sr-only">
            : {t("schedule.move.what", { subject: subjectWords(t, row), classes: row.classes.join(", ") })}
          </span>
        </a>
      ) : null}
    </li>
  );
}
