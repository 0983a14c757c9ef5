import { instantText, type Words } from "#components/results/words.ts";
import { Notice } from "#components/ui/notice.tsx";
import { takeStandingAction } from "#lib/entry/actions.ts";
import type { EntryView } from "#lib/entry/queries.ts";
import { EntryForm } from "./entry-form.tsx";

/** What a person should know before typing: what stands in the results, what was handed over, that this is a second typing. */
export function EntryNotices({ words, entry }: { words: Words; entry: EntryView }) {
  const { t } = words;
  const { standing, handed, key } = entry;
  return (
    <>
      {entry.pass === 2 ? <Notice kind="none" t={t} title={t("entry.page.second")} /> : null}
      {handed === null ? null : (
        <Notice
          kind={handed.version === entry.version && !handed.waits ? "ok" : "warn"}
          t={t}
          title={t(`entry.page.${handedWords(entry, handed)}`, { at: instantText(words, handed.at) })}
        >
          <p>
            <a href={`/results/imports/${handed.importId}`}>{t("entry.page.handedLink")}</a>
          </p>
        </Notice>
      )}
      {standing !== null && handed === null ? (
        <Notice
          kind="none"
          t={t}
          title={t("entry.page.standing", {
            count: standing.rows,
            at: instantText(words, standing.changedAt),
          })}
        >
          {entry.version === 0 ? (
            <EntryForm
              id="take-standing"
              action={takeStandingAction}
              entryKey={key}
              words={{ send: t("entry.page.take"), sending: t("entry.page.taking") }}
            />
          ) : null}
        </Notice>
      ) : null}
    </>
  );
}

function handedWords(entry: EntryView, handed: NonNullable<EntryView["handed"]>): string {
  if (handed.waits) return "handedWaits";
  return handed.version === entry.version ? "handed" : "handedChanged";
}
