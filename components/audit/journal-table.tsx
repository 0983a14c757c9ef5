import { Fold } from "#components/ui/fold.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { JournalEvent } from "#lib/platform/audit/queries.ts";
import type { JournalWords } from "./journal-words.ts";

interface Props {
  events: readonly JournalEvent[];
  words: JournalWords;
  formatAt: (instant: string) => string;
  t: Translate;
}

/** What happened, newest first; the particulars of an event unfold in place. */
export function JournalTable({ events, words, formatAt, t }: Props) {
  return (
    <Table
      id="journal"
      t={t}
      caption={t("audit.caption", { count: events.length })}
      rows={events}
      rowKey={({ id }) => id}
      sticky={false}
      columns={[
        { key: "at", head: t("audit.when"), cell: ({ at }) => formatAt(at) },
        {
          key: "who",
          head: t("audit.who"),
          cell: ({ actor, actorRole }) =>
            actor ? `${actor}, ${words.role(actorRole)}` : words.role(actorRole),
        },
        {
          key: "what",
          head: t("audit.what"),
          cell: ({ action, subject }) => (
            <>
              {words.action(action)}
              <br />
              <span className="text-ink-2">{words.subject(subject)}</span>
            </>
          ),
        },
        {
          key: "where",
          head: t("audit.where"),
          cell: ({ school, municipality }) => school ?? municipality ?? t("audit.nobody"),
        },
        {
          key: "details",
          head: t("audit.details"),
          cell: (event) => <Details event={event} words={words} t={t} />,
        },
      ]}
    />
  );
}

function Details({ event, words, t }: { event: JournalEvent; words: JournalWords; t: Translate }) {
  return (
    <Fold summary={t("audit.show")}>
      <dl className="grid gap-1">
        {event.details.length === 0 ? <dt>{t("audit.nothing")}</dt> : null}
        {event.details.map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-2">{words.detail(name)}:</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{t("audit.number")}:</dt>
          <dd>{event.id}</dd>
        </div>
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{t("audit.hash")}:</dt>
          <dd className="fingerprint">{event.hash}</dd>
        </div>
      </dl>
    </Fold>
  );
}
