import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { announceFields } from "#components/schedule/announce-fields.ts";
import { AnnounceForm } from "#components/schedule/announce-form.tsx";
import { ButtonForm } from "#components/schedule/button-form.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { announceAction, removeAnnouncedAction } from "#lib/schedule/actions.ts";
import { getAnnouncedWork } from "#lib/schedule/area-queries.ts";
import { readLinks } from "../../read-links.ts";
import { idOf } from "../../read-schedule.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("announce.editTitle") };
}

/** Changes or takes back a work that the office has announced. */
export default async function AnnouncedPage({ params }: { params: Promise<{ windowId: string }> }) {
  const { windowId } = await params;
  const viewer = await requireViewer(`/schedule/announce/${encodeURIComponent(windowId)}`);
  const { work, year } = await answered(() => getAnnouncedWork(viewer, idOf(windowId)));
  const t = await getTranslations();
  const back = `/schedule/announce?year=${year}`;
  const links = await readLinks(t, viewer, year, work.clause);
  const seen = { id: String(work.id), version: String(work.version) };
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.announce.editTitle")}
        facts={work.title}
        crumbs={[
          { label: t("schedule.title"), href: `/schedule?year=${year}` },
          { label: t("schedule.announce.title"), href: back },
          { label: t("schedule.announce.editTitle") },
        ]}
      />
      <AnnounceForm
        action={announceAction}
        words={{
          save: t("schedule.announce.change"),
          saving: t("schedule.form.saving"),
          cancel: t("schedule.form.cancel"),
        }}
        back={back}
        hidden={{ year: String(year), ...seen }}
        {...announceFields(t, viewer, work, links)}
      />
      <Section
        id="remove"
        title={t("schedule.announce.removeTitle")}
        lead={t("schedule.announce.removeLead")}
      >
        <ButtonForm
          id="remove-announced"
          action={removeAnnouncedAction}
          hidden={seen}
          kind="danger"
          label={t("schedule.announce.remove")}
        />
      </Section>
    </>
  );
}
