import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { CampaignBoard } from "#components/submissions/campaign-board.tsx";
import { CampaignManagement } from "#components/submissions/campaign-management.tsx";
import { campaignDays, campaignState } from "#components/submissions/campaign-table.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { getCampaign } from "#lib/submissions/campaign-queries.ts";
import { getDelivery } from "#lib/submissions/delivery-queries.ts";
import { progressOf } from "#lib/submissions/delivery-view.ts";
import { deskClock } from "../../../../desk/desk-clock.ts";
import { idOrNotFound, readWords } from "../../../read.ts";
import { dayFields } from "../day-fields.ts";

type Props = { params: Promise<{ campaignId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submissions"))("campaign.name") };
}

export default async function CampaignPage({ params }: Props) {
  const id = idOrNotFound((await params).campaignId);
  const viewer = await requireViewer(`/results/submissions/campaigns/${id}`);
  const { clock } = deskClock();
  const campaign = await answered(() => getCampaign(viewer, id, clock.today));
  const board = await answered(() => getDelivery(viewer, { campaignId: id }, clock));
  const { t, locale } = await readWords();
  const day = (text: string) => formatDay(text, { locale });
  const progress = progressOf(board);
  return (
    <>
      <PageHeader
        t={t}
        title={campaign.title}
        crumbs={[
          { label: t("submissions.title"), href: "/results/submissions" },
          { label: t("submissions.campaign.title"), href: "/results/submissions/campaigns" },
          { label: t("submissions.campaign.name") },
        ]}
        facts={`${campaign.area} · ${t(`submissions.campaign.${campaignState(campaign, clock.today)}`)} · ${campaignDays(t, campaign, day)}`}
      />
      <Section id="progress" title={t("submissions.campaign.progress")}>
        <KeyFindings
          findings={[
            { key: "progress", text: t("submissions.campaign.summary", { ...progress }) },
            ...(board.totals.unknown > 0
              ? [{ key: "unknown", text: t("submissions.campaign.unknown", { count: board.totals.unknown }) }]
              : []),
          ]}
        />
        <CampaignBoard t={t} board={board} />
        {board.leftOut > 0 ? (
          <p>{t("submissions.campaign.leftOut", { shown: board.schools.length, count: board.leftOut })}</p>
        ) : null}
      </Section>
      {may(viewer, "campaigns.manage") ? (
        <Section
          id="manage"
          title={t("submissions.campaign.manage")}
          lead={campaign.editable ? undefined : t("submissions.campaign.ofRegion")}
        >
          <CampaignManagement t={t} campaign={campaign} days={dayFields(t, campaign)} day={day} />
        </Section>
      ) : null}
    </>
  );
}
