import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { CampaignTable } from "#components/submissions/campaign-table.tsx";
import { FieldsForm } from "#components/submissions/fields-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { openCampaignAction } from "#lib/submissions/actions.ts";
import { getCampaignChoices, listCampaigns } from "#lib/submissions/campaign-queries.ts";
import { deskClock } from "../../../desk/desk-clock.ts";
import { readWords } from "../../read.ts";
import { dayFields } from "./day-fields.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submissions"))("campaign.title") };
}

export default async function CampaignsPage() {
  const viewer = await requireViewer("/results/submissions/campaigns");
  const { clock, year } = deskClock();
  const campaigns = await answered(() => listCampaigns(viewer, clock.today));
  const choices = may(viewer, "campaigns.manage")
    ? await answered(() => getCampaignChoices(viewer, year))
    : null;
  const { t, locale } = await readWords();
  const word = (key: string) => t(`submissions.campaign.${key}`);
  return (
    <>
      <PageHeader
        t={t}
        title={word("title")}
        crumbs={[{ label: t("submissions.title"), href: "/results/submissions" }, { label: word("title") }]}
        lead={word("lead")}
      />
      {campaigns.length === 0 ? (
        <EmptyState why={word("none")} />
      ) : (
        <CampaignTable
          t={t}
          campaigns={campaigns}
          today={clock.today}
          day={(day) => formatDay(day, { locale })}
        />
      )}
      {choices === null ? null : (
        <Section id="new" title={word("new")}>
          <FieldsForm
            id="campaign"
            action={openCampaignAction}
            kind="primary"
            fields={[
              { name: "title", kind: "text", label: word("fieldTitle") },
              {
                name: "area",
                kind: "select",
                label: word("fieldArea"),
                value: choices.areas[0]?.value ?? "",
                options: choices.areas,
              },
              ...dayFields(t, null),
              {
                name: "works[]",
                kind: "boxes",
                label: word("fieldWorks"),
                options: choices.works.map((work) => ({ value: String(work.id), label: workTitle(t, work) })),
              },
            ]}
            words={{ send: word("open"), sending: t("submissions.sending") }}
          />
        </Section>
      )}
    </>
  );
}
