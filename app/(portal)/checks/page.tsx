import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { BoardTable } from "#components/checks/board-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { listChecked } from "#lib/checks/finding-queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checks"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const views = ["mine", "open", "all"] as const;
const empty = { mine: "emptyMine", open: "emptyOpen", all: "emptyAll" } as const;

export default async function ChecksPage({ searchParams }: Props) {
  const viewer = await requireViewer("/checks");
  const show = z
    .enum(views)
    .catch("mine")
    .parse((await searchParams).show);
  const board = await answered(() => listChecked(viewer, { show }));
  const t = await getTranslations();
  const ofSchool = board.side === "school";
  return (
    <>
      <PageHeader
        t={t}
        title={t("checks.title")}
        lead={t(ofSchool ? "checks.leadSchool" : "checks.lead")}
        actions={<LinkButton href="/checks/rules">{t("checks.toRules")}</LinkButton>}
      />
      <KeyFindings findings={[{ key: "mine", text: t("checks.board.finding", { count: board.mine }) }]} />
      <Section id="board" title={t("checks.board.title")} lead={t("checks.board.order")}>
        <Tabs
          label={t("checks.show.label")}
          tabs={views.map((view) => ({
            href: view === "mine" ? "/checks" : `/checks?show=${view}`,
            label: t(`checks.show.${view}`),
            current: view === show,
          }))}
        />
        {board.sets.length > 0 ? (
          <BoardTable t={t} sets={board.sets} ofSchool={ofSchool} />
        ) : (
          <EmptyState why={t(`checks.board.${empty[show]}`)} />
        )}
        {board.cut ? <Notice kind="info" t={t} title={t("checks.board.cut")} /> : null}
      </Section>
    </>
  );
}
