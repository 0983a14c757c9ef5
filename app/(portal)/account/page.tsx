import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ChangePasswordForm } from "#components/people/change-password-form.tsx";
import { OwnSessions } from "#components/people/own-sessions.tsx";
import { PersonFacts } from "#components/people/person-facts.tsx";
import { getAccount } from "#lib/people/account-queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { toLocale } from "#messages/load.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.account");
  return { title: t("title") };
}

/** One's own account: who the portal takes one for, the password, and where one is signed in. */
export default async function AccountPage() {
  const viewer = await requireViewer("/account");
  const account = await answered(() => getAccount(viewer, currentInstant()));
  const [t, locale] = [await getTranslations(), toLocale(await getLocale())];
  const say = (key: string) => t(`people.account.${key}`);
  return (
    <>
      <PageHeader t={t} title={say("title")} lead={say("lead")} />
      <PersonFacts person={account} t={t} />
      <Section id="password" title={say("password.title")} lead={say("password.lead")}>
        <ChangePasswordForm
          email={account.email}
          words={{
            current: say("password.current"),
            password: say("password.next"),
            passwordHint: say("password.hint"),
            again: say("password.again"),
            show: t("auth.signIn.show"),
            hide: t("auth.signIn.hide"),
            submit: say("password.submit"),
          }}
        />
      </Section>
      <Section id="open-sessions" title={say("sessions.title")}>
        <OwnSessions
          sessions={account.sessions}
          formatAt={(instant) => formatInstant(new Date(instant), { locale, timeZone: env.TIME_ZONE })}
          t={t}
        />
      </Section>
    </>
  );
}
