import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { FlagCardView } from "#lib/flags/view.ts";
import { Confidence } from "./confidence.tsx";

/** One school with a sign: what, how sure, by what, and the next step. Never a place in a list. */
export function FlagCard({ t, flag, linked = true }: { t: Translate; flag: FlagCardView; linked?: boolean }) {
  const id = `flag-${flag.schoolId}`;
  return (
    <article className="grid gap-3 border-l-4 border-line-strong py-1 pl-4" id={id}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {linked ? (
          <h3>
            <a href={`/flags/${flag.schoolId}`}>{flag.school}</a>
          </h3>
        ) : (
          // On the school's own page nothing stands between the card and the first heading.
          <h2 className="text-h3">{flag.school}</h2>
        )}
        <span className="text-small text-ink-2">{flag.municipality}</span>
        <Confidence t={t} state={flag.confidence} of="school" />
      </div>
      <p className="max-w-measure">
        {flag.why} {flag.onePupil}
      </p>
      <Table
        id={`${id}-procedures`}
        t={t}
        caption={t("flags.table.caption", { school: flag.school })}
        rows={flag.lines}
        rowKey={(line) => line.key}
        columns={[
          {
            key: "title",
            head: t("flags.table.procedure"),
            cell: (line) => (line.href ? <a href={line.href}>{line.title}</a> : line.title),
          },
          { key: "count", head: t("flags.table.count"), numeric: true, cell: (line) => line.count },
          { key: "share", head: t("flags.table.share"), numeric: true, cell: (line) => line.share },
          { key: "interval", head: t("flags.table.interval"), numeric: true, cell: (line) => line.interval },
          {
            key: "state",
            head: t("flags.table.state"),
            cell: (line) => <Confidence t={t} state={line.state} of="procedure" />,
          },
        ]}
      />
    </article>
  );
}
