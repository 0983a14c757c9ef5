import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { PersonView } from "#lib/people/queries.ts";
import { PersonButton } from "./person-button.tsx";

interface Props {
  person: PersonView;
  formatAt: (instant: string) => string;
  t: Translate;
}

/** Where the person is signed in now, and one button that ends it all. */
export function PersonSessions({ person, formatAt, t }: Props) {
  const { sessions } = person;
  return (
    <>
      {sessions.length > 0 ? (
        <Table
          id="open"
          t={t}
          caption={t("people.person.sessions.caption", { count: sessions.length })}
          rows={sessions.map((session, index) => ({ ...session, key: String(index) }))}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "at",
              head: t("people.person.sessions.startedAt"),
              cell: (session) => formatAt(session.startedAt),
            },
            {
              key: "device",
              head: t("people.person.sessions.device"),
              cell: (session) => session.device || t("people.person.sessions.unknown"),
            },
          ]}
        />
      ) : (
        <p>{t("people.person.sessions.none")}</p>
      )}
      {/* Stays when the last session has just been ended, because it also says that it was. */}
      <PersonButton action="endSessions" personId={person.id} label={t("people.person.sessions.submit")} />
    </>
  );
}
