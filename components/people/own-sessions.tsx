import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { AccountView } from "#lib/people/account-queries.ts";
import { EndOtherSessions } from "./end-other-sessions.tsx";

interface Props {
  sessions: AccountView["sessions"];
  formatAt: (instant: string) => string;
  t: Translate;
}

/** Where one is signed in, this browser marked, and one button that ends all the others. */
export function OwnSessions({ sessions, formatAt, t }: Props) {
  return (
    <>
      <Table
        id="sessions"
        t={t}
        caption={t("people.account.sessions.caption", { count: sessions.length })}
        rows={sessions.map((session, index) => ({ ...session, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "device",
            head: t("people.account.sessions.device"),
            cell: ({ device, here }) =>
              `${device || t("people.person.sessions.unknown")}${here ? ` (${t("people.account.sessions.here")})` : ""}`,
          },
          {
            key: "at",
            head: t("people.account.sessions.startedAt"),
            cell: ({ startedAt }) => formatAt(startedAt),
          },
          { key: "end", head: t("people.account.sessions.endsAt"), cell: ({ endsAt }) => formatAt(endsAt) },
        ]}
      />
      {/* Stays when the others have just been ended, because it also says that they were. */}
      <EndOtherSessions
        label={t("people.account.sessions.submit")}
        alone={sessions.length > 1 ? null : t("people.account.sessions.only")}
      />
    </>
  );
}
