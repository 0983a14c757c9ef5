import { Fold } from "#components/ui/fold.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { JournalEvent } from "#lib/platform/audit/queries.ts";
import { shortName } from "#lib/platform/format/person-name.ts";
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
        {
          key: "at",
          head: t("audit.when"),
          cell: ({ at, actor, actorRole }) => (
            <>
              {formatAt(at)}
              <br />
              {actor ? (
                <>
                  {shortName(actor)}
                  <br />
                </>
              ) : null}
              <span className="text-ink-2">{words.role(actorRole)}</span>
            </>
          ),
        },
        {
          key: "what",
          head: t("audit.what"),
          cell: (event) => (
            <div className="py-1">
              <p className="font-semibold">{words.action(event.action)}</p>
              <p>
                {[words.subject(event.subject), event.school ?? event.municipality]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </p>
              <Details event={event} words={words} t={t} />
            </div>
          ),
        },
      ]}
    />
  );
}

function Details({ event, words, t }: { event: JournalEvent; words: JournalWords; t: Translate }) {
  const lines: [string, string][] = [
    ...event.details.map(([name, value]): [string, string] => [words.detail(name), value]),
    [t("audit.number"), event.id],
    [t("audit.hash"), event.hash],
  ];
  return (
    <Fold summary={t("audit.show")}>
      <dl className="grid gap-1">
        {lines.map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-2">{name}:</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
