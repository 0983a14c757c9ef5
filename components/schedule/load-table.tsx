import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatShare } from "#lib/platform/format/number.ts";
import type { SubjectLoad } from "#lib/schedule/load/shapes.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import type { Locale } from "#messages/load.ts";

interface Props {
  t: Translate;
  locale: Locale;
  loads: readonly SubjectLoad[];
  lessonMinutes: number;
  /** The most that is allowed, per cent. */
  limit: number;
}

/** How much of each subject's year goes to assessments, the fullest first; where the hours are not known, that is said. */
export function LoadTable({ t, locale, loads, lessonMinutes, limit }: Props) {
  const rows = [...loads].filter(({ procedures }) => procedures > 0).sort(byShare);
  const unknown = <span className="text-ink-2">{t("schedule.load.unknown")}</span>;
  const columns: Column<SubjectLoad>[] = [
    {
      key: "subject",
      head: t("schedule.load.subject"),
      cell: ({ subject, grade }) => t("schedule.load.name", { subject: t(subjectKey(subject)), grade }),
    },
    { key: "works", head: t("schedule.load.works"), numeric: true, cell: ({ procedures }) => procedures },
    {
      key: "used",
      head: t("schedule.load.used"),
      unit: t("schedule.load.minutes"),
      numeric: true,
      cell: ({ countedMinutes }) => countedMinutes,
    },
    {
      key: "hours",
      head: t("schedule.load.hours"),
      numeric: true,
      cell: ({ hours }) => (hours === null ? unknown : hours),
    },
    {
      key: "share",
      head: t("schedule.load.share", { limit }),
      numeric: true,
      cell: ({ countedMinutes, hours }) =>
        hours === null
          ? unknown
          : formatShare(countedMinutes, hours * lessonMinutes, { locale, decimals: 1 }),
    },
    {
      key: "state",
      head: t("schedule.load.state"),
      cell: ({ countedMinutes, allowedMinutes }) =>
        allowedMinutes === null ? (
          <Status kind="none" t={t} plain word={t("schedule.load.unchecked")} />
        ) : countedMinutes > allowedMinutes ? (
          <Status kind="risk" t={t} word={t("schedule.load.over")} />
        ) : (
          <Status kind="ok" t={t} plain word={t("schedule.load.within")} />
        ),
    },
  ];
  return (
    <Table
      id="loads"
      t={t}
      caption={t("schedule.load.caption", { count: rows.length })}
      columns={columns}
      rows={rows}
      rowKey={({ grade, subject }) => `${grade}-${subject}`}
    />
  );
}

/** By the part of what is allowed that is used, without dividing by what may be missing. */
function byShare(a: SubjectLoad, b: SubjectLoad): number {
  const [one, other] = [a.allowedMinutes ?? 0, b.allowedMinutes ?? 0];
  if (one === 0 || other === 0) return Number(one === 0) - Number(other === 0) || a.grade - b.grade;
  return b.countedMinutes * one - a.countedMinutes * other || a.grade - b.grade;
}
