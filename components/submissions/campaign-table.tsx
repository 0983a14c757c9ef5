import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workName } from "#lib/assessments/work-title.ts";
import type { CampaignRow } from "#lib/submissions/campaign-queries.ts";

interface Props {
  t: Translate;
  campaigns: readonly CampaignRow[];
  today: string;
  day: (day: string) => string;
}

/** Running, ahead, over, or closed by a person. */
export function campaignState({ closed, over, opensOn }: CampaignRow, today: string): string {
  if (closed) return "closed";
  if (over) return "over";
  return today < opensOn ? "ahead" : "running";
}

/** «с 1 апреля, срок 20 апреля, сбор до 30 апреля» */
export function campaignDays(t: Translate, row: CampaignRow, day: (day: string) => string): string {
  return t("submissions.campaign.daysText", {
    opens: day(row.opensOn),
    due: day(row.dueOn),
    closes: day(row.closesOn),
  });
}

export function CampaignTable({ t, campaigns, today, day }: Props) {
  const columns: Column<CampaignRow>[] = [
    {
      key: "name",
      head: t("submissions.campaign.name"),
      cell: ({ id, title }) => <a href={`/results/submissions/campaigns/${id}`}>{title}</a>,
    },
    { key: "area", head: t("submissions.campaign.area"), cell: ({ area }) => area },
    {
      key: "days",
      head: t("submissions.campaign.days"),
      cell: (row) => campaignDays(t, row, day),
    },
    {
      key: "works",
      head: t("submissions.campaign.works"),
      cell: ({ works }) => works.map((work) => workName(t, work)).join("; "),
    },
    {
      key: "state",
      head: t("submissions.campaign.state"),
      cell: (row) => {
        const state = campaignState(row, today);
        return (
          <Status
            t={t}
            plain
            kind={state === "running" ? "ok" : "none"}
            word={t(`submissions.campaign.${state}`)}
          />
        );
      },
    },
  ];
  return (
    <Table
      id="campaigns"
      t={t}
      caption={t("submissions.campaign.caption")}
      columns={columns}
      rows={campaigns}
      rowKey={({ id }) => String(id)}
      dense
    />
  );
}
