import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { FlagCard } from "#components/flags/flag-card.tsx";
import { RuleFacts } from "#components/flags/rule-facts.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { getFlagBoard, listFlagYears } from "#lib/flags/queries.ts";
import { flagCard } from "#lib/flags/view.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { requestWords } from "../insights/read-unit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flags"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const yearSchema = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number)
  .optional()
  .catch(undefined);

export default async function FlagsPage({ searchParams }: Props) {
  const viewer = await requireViewer("/flags");
  const years = await answered(() => listFlagYears(viewer));
  const year = yearSchema.parse((await searchParams).year) ?? years[0];
  const words = await requestWords();
  const { t } = words;
  if (year === undefined)
    return (
      <>
        <PageHeader t={t} title={t("flags.title")} lead={t("flags.lead")} />
        <EmptyState why={t("flags.noResults")} action={<a href="/results">{t("flags.toResults")}</a>} />
      </>
    );
  const board = await answered(() => getFlagBoard(viewer, { year }));
  const cards = board.flagged.map((flag) => flagCard(words, flag, board.works));
  const small = board.insufficient.map((flag) => flagCard(words, flag, board.works));
  const ofSchool = viewer.schoolId !== null;
  const steady = cards.filter((card) => card.confidence === "steady").length;
  const adopted = board.rule.adoptedAt === null ? null : formatInstant(new Date(board.rule.adoptedAt), words);
  return (
    <>
      <PageHeader t={t} title={t("flags.titleYear", { year: String(year) })} lead={t("flags.lead")} />
      {years.length > 1 ? (
        <Tabs
          label={t("flags.years")}
          tabs={years.map((one) => ({
            href: `/flags?year=${one}`,
            label: String(one),
            current: one === year,
          }))}
        />
      ) : null}
      <KeyFindings
        findings={[
          {
            key: "count",
            text: ofSchool
              ? t("flags.findingSchool", { count: cards.length, year: String(year) })
              : t("flags.finding", { flagged: cards.length, schools: board.schools, steady }),
          },
        ]}
      />
      <Notice kind="info" t={t} title={t("flags.purpose")} />
      <Section
        id="flagged"
        title={t(ofSchool ? "flags.why.title" : "flags.who")}
        lead={
          cards.length === 0
            ? t(ofSchool ? "flags.why.none" : "flags.nobody")
            : ofSchool
              ? undefined
              : t("flags.order")
        }
      >
        {cards.map((card) => (
          <FlagCard key={card.schoolId} t={t} flag={card} />
        ))}
      </Section>
      {small.length > 0 ? (
        <Section
          id="insufficient"
          title={t("flags.small")}
          lead={t("flags.smallLead", { count: board.rule.rule.parameters.minimumParticipants })}
        >
          {small.map((card) => (
            <Fold key={card.schoolId} summary={`${card.school}, ${card.municipality}`}>
              <FlagCard t={t} flag={card} />
            </Fold>
          ))}
        </Section>
      ) : null}
      <Section id="rule" title={t("flags.rule.title")}>
        <RuleFacts t={t} version={board.rule} adopted={adopted} />
        {may(viewer, "flags.rule") ? (
          <LinkButton href="/flags/rule">{t("flags.rule.change")}</LinkButton>
        ) : null}
      </Section>
    </>
  );
}
