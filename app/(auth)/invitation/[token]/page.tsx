import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SetPasswordForm } from "#components/people/set-password-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { findInvitation } from "#lib/people/invitation-queries.ts";
import { currentInstant } from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.invitation");
  return { title: t("title"), robots: { index: false } };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token, currentInstant());
  const [t, auth] = [await getTranslations(), await getTranslations("auth")];
  if (!invitation)
    return (
      <>
        <PageHeader t={t} title={auth("invitation.overTitle")} lead={auth("invitation.over")} />
        <p>
          <LinkButton href="/sign-in">{auth("invitation.toSignIn")}</LinkButton>
        </p>
      </>
    );
  return (
    <>
      <PageHeader t={t} title={auth("invitation.title")} lead={auth("invitation.lead", invitation)} />
      <SetPasswordForm
        token={token}
        email={invitation.email}
        words={{
          password: auth("invitation.password"),
          passwordHint: auth("invitation.passwordHint"),
          again: auth("invitation.again"),
          show: auth("signIn.show"),
          hide: auth("signIn.hide"),
          submit: auth("invitation.submit"),
        }}
      />
    </>
  );
}
