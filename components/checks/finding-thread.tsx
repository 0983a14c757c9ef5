import type { Translate } from "#components/ui/translate.ts";
import type { FindingRow } from "#lib/checks/finding-queries.ts";

interface Props {
  t: Translate;
  finding: FindingRow;
  at: (instant: string) => string;
}

/** What was asked, answered and decided, oldest first: who, in which post, when. */
export function FindingThread({ t, finding, at }: Props) {
  if (finding.messages.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h4>{t("checks.finding.thread")}</h4>
      <ol className="grid max-w-measure gap-3 border-l-4 border-line-strong pl-4">
        {finding.messages.map((message) => (
          <li key={message.id} className="grid gap-1">
            <p className="text-small text-ink-2">
              {message.author} ({t(`people.roles.${message.role}`)}) {t(`checks.said.${message.kind}`)},{" "}
              {at(message.at)}
            </p>
            {message.text ? <p className="whitespace-pre-line">{message.text}</p> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
