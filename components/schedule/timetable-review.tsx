import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import { applyTimetableAction, dropTimetableAction } from "#lib/schedule/timetable/actions.ts";
import type { CheckedTimetable } from "#lib/schedule/timetable/check.ts";
import { writeLesson } from "#lib/schedule/timetable/lessons.ts";
import type { TimetableImport } from "#lib/schedule/timetable/queries.ts";
import type { Locale } from "#messages/load.ts";
import { ButtonForm } from "./button-form.tsx";

type Review = Extract<TimetableImport, { state: "review" }>;

const KIND = { new: "ok", changed: "ok", same: "none", empty: "none", out: "risk" } as const;

/** Every class of a file: what its timetable becomes, or in words why it stays out. */
export function TimetableReview({ t, locale, view }: { t: Translate; locale: Locale; view: Review }) {
  const { classes, findings, unknown, lost } = view;
  const setting = classes.filter(({ state }) => state === "new" || state === "changed").length;
  const hidden = { importId: String(view.id) };
  const day = formatDay(view.from, { locale });
  return (
    <>
      {unknown ? <Notice kind="risk" t={t} role="alert" title={t("timetable.notTimetable")} /> : null}
      {findings.map(({ code, params, row, raw }) => (
        <Notice key={`${code}-${row}-${raw}`} kind="warn" t={t} title={t(`findings.${code}`, params)} />
      ))}
      {lost.length > 0 ? (
        <Notice kind="warn" t={t} title={t("timetable.lost", { count: lost.length })}>
          <ul>
            {lost.slice(0, 20).map(({ row, text }) => (
              <li key={row}>{t("timetable.lostLine", { row, text })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Section id="classes" title={t("timetable.review", { day })}>
        {classes.length === 0 ? (
          <EmptyState why={t("timetable.noClasses")} />
        ) : (
          <Table
            id="review"
            t={t}
            caption={t("timetable.reviewCaption", { file: view.fileName, count: classes.length })}
            columns={columnsOf(t)}
            rows={classes}
            rowKey={({ label }) => label}
          />
        )}
      </Section>
      <div className="flex flex-wrap gap-4">
        {setting > 0 ? (
          <ButtonForm
            id="apply"
            action={applyTimetableAction}
            hidden={{ ...hidden, fingerprint: view.fingerprint }}
            kind="primary"
            label={t("timetable.apply", { count: setting, day })}
          />
        ) : classes.length > 0 ? (
          <Notice kind="info" t={t} title={t("timetable.nothing")} />
        ) : null}
        <ButtonForm
          id="drop"
          action={dropTimetableAction}
          hidden={hidden}
          label={t("schedule.import.drop")}
        />
      </div>
    </>
  );
}

function columnsOf(t: Translate): Column<CheckedTimetable>[] {
  return [
    { key: "class", head: t("schedule.list.classes"), cell: ({ label }) => label },
    {
      key: "lessons",
      head: t("timetable.perWeek"),
      numeric: true,
      cell: ({ lessons }) => lessons,
    },
    {
      key: "state",
      head: t("schedule.import.becomes"),
      cell: (one) => <Becomes t={t} one={one} />,
    },
  ];
}

function Becomes({ t, one }: { t: Translate; one: CheckedTimetable }) {
  const said = (subjects: readonly string[]) =>
    writeLesson(subjects, (code) => t(subjectKey(code))) || t("timetable.free");
  return (
    <span className="grid gap-1">
      <Status
        kind={KIND[one.state]}
        t={t}
        plain={one.state !== "out"}
        word={t(`timetable.state.${one.state}`, { count: one.differences.length })}
      />
      {one.problems.map(({ code, params }) => (
        <span key={`${code}-${params.cell}`}>{t(`timetable.problem.${code}`, params)}</span>
      ))}
      {one.state === "changed" ? (
        <Fold summary={t("timetable.whatChanges")}>
          <ul>
            {one.differences.map(({ day, lesson, before, after }) => (
              <li key={`${day}-${lesson}`}>
                {t("timetable.difference", {
                  day: t(`schedule.weekday.short.${day}`),
                  lesson,
                  before: said(before),
                  after: said(after),
                })}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </span>
  );
}
