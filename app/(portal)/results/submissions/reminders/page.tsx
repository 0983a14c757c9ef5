import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { FieldsForm } from "#components/submissions/fields-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { chooseMailAction } from "#lib/submissions/actions.ts";
import { getReminders } from "#lib/submissions/reminder-queries.ts";
import { deskClock } from "../../../desk/desk-clock.ts";
import { readWords } from "../../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submissions"))("reminder.title") };
}

/** The own reminders: whether by e-mail, and what the letter of today says. */
export default async function RemindersPage() {
  const viewer = await requireViewer("/results/submissions/reminders");
  const view = await answered(() => getReminders(viewer, deskClock().clock.today));
  const { t, locale } = await readWords();
  const word = (key: string) => t(`submissions.reminder.${key}`);
  return (
    <>
      <PageHeader
        t={t}
        title={word("title")}
        crumbs={[{ label: t("desk.title"), href: "/desk" }, { label: word("title") }]}
        lead={word("lead")}
      />
      <Section id="choice" title={word("choice")}>
        {view.possible ? null : <Notice t={t} kind="info" title={word("off")} />}
        <FieldsForm
          id="mail"
          action={chooseMailAction}
          fields={[
            {
              name: "digest",
              kind: "radio",
              label: word("choice"),
              value: view.wanted ? "yes" : "no",
              options: [
                { value: "yes", label: word("yes") },
                { value: "no", label: word("no") },
              ],
            },
          ]}
          words={{ send: word("save"), sending: t("submissions.sending") }}
          kind="primary"
        />
      </Section>
      <Section id="today" title={word("today")}>
        {view.today === null ? (
          <p>{word("empty")}</p>
        ) : (
          <div className="grid max-w-measure gap-3 border-l-4 border-line-strong pl-4">
            <p className="font-semibold">{view.today.subject}</p>
            {view.today.body.split("\n\n").map((paragraph) => (
              <p key={paragraph} className="min-w-0 wrap-anywhere whitespace-pre-line">
                {paragraph}
              </p>
            ))}
          </div>
        )}
      </Section>
      <Section id="letters" title={word("letters")}>
        {view.letters.length === 0 ? (
          <p>{word("noLetters")}</p>
        ) : (
          <ul className="grid gap-1">
            {view.letters.map(({ id, onDay, subject, state }) => (
              <li key={id}>{`${formatDay(onDay, { locale })}: ${subject} — ${word(state)}`}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
