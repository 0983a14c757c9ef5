import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { InviteForm } from "#components/people/invite-form.tsx";
import { linkWords } from "#components/people/link-words.ts";
import { placementWords } from "#components/people/placement-words.ts";
import { RoleList } from "#components/people/role-list.tsx";
import { listUnits } from "#lib/people/queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.invite");
  return { title: t("title") };
}

export default async function InvitePage() {
  const viewer = await requireViewer("/people/invite");
  const units = await answered(() => listUnits(viewer));
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        t={t}
        title={t("people.invite.title")}
        crumbs={[{ label: t("people.title"), href: "/people" }, { label: t("people.invite.title") }]}
        lead={
          <>
            <p>{t("people.invite.lead")}</p>
            <p>{t("people.invite.teacherHint")}</p>
          </>
        }
      />
      <RoleList t={t} />
      <InviteForm
        units={units}
        words={{
          email: t("people.invite.email"),
          name: t("people.invite.name"),
          submit: t("people.invite.submit"),
          openPerson: t("people.link.open"),
          placement: placementWords(t),
          link: linkWords(t),
        }}
      />
    </>
  );
}
