import { LinkButton } from "#components/ui/button.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { SchoolSchedule } from "#lib/schedule/queries.ts";

/** Where the page of a school's schedule leads. */
export function SchoolActions({ t, schedule }: { t: Translate; schedule: SchoolSchedule }) {
  const { facts, may, editions } = schedule;
  const at = (place: string) => `/schedule/${facts.school.id}/${place}?year=${facts.year}`;
  return (
    <>
      {may.plan ? (
        <>
          <LinkButton kind="primary" href={at("new")}>
            {t("schedule.open.new")}
          </LinkButton>
          <LinkButton href={at("windows")}>{t("schedule.open.windows")}</LinkButton>
          <LinkButton href={at("import")}>{t("schedule.open.import")}</LinkButton>
          <LinkButton href={at("repair")}>{t("schedule.open.repair")}</LinkButton>
          <LinkButton href={at("timetable")}>{t("schedule.open.timetable")}</LinkButton>
          <LinkButton href={at("settings")}>{t("schedule.open.settings")}</LinkButton>
        </>
      ) : null}
      {may.publish ? <LinkButton href={at("publish")}>{t("schedule.open.publish")}</LinkButton> : null}
      <LinkButton kind="quiet" href={`/schedule/cycle?year=${facts.year}&school=${facts.school.id}`}>
        {t("cycle.open")}
      </LinkButton>
      {editions.length > 0 ? (
        <LinkButton kind="quiet" href={`/calendar/${facts.school.slug}?year=${facts.year}`}>
          {t("schedule.open.public")}
        </LinkButton>
      ) : null}
    </>
  );
}
