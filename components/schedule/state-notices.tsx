import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import type { SchoolSchedule } from "#lib/schedule/queries.ts";
import type { Locale } from "#messages/load.ts";

interface Props {
  t: Translate;
  locale: Locale;
  schedule: SchoolSchedule;
  /** Windows in which some class has no day. */
  windows: number;
}

/** What is due: an edition, a term of publication, days within windows. Nothing where nothing is due. */
export function StateNotices({ t, locale, schedule, windows }: Props) {
  const { editions, changed, terms, facts, may } = schedule;
  const due = terms.find(({ state }) => state !== "met");
  const at = (place: string) => `/schedule/${facts.school.id}/${place}?year=${facts.year}`;
  return (
    <div className="grid gap-3 empty:hidden print:hidden">
      {editions.length === 0 && due ? (
        <Notice
          kind={due.state === "late" ? "warn" : "info"}
          t={t}
          title={t(`schedule.state.${due.state}`, { on: formatDay(due.dueOn, { locale, style: "full" }) })}
        >
          <p>{t("schedule.state.term")}</p>
        </Notice>
      ) : null}
      {editions.length > 0 && changed ? (
        <Notice kind="info" t={t} title={t("schedule.state.changed", { number: editions[0]?.number ?? 0 })}>
          {may.publish ? (
            <p>
              <a href={at("publish")}>{t("schedule.state.toPublish")}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {windows > 0 ? (
        <Notice kind="info" t={t} title={t("schedule.state.windows", { count: windows })}>
          {may.plan ? (
            <p>
              <a href={at("windows")}>{t("schedule.state.toWindows")}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
}
