import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { FlagCard } from "#components/flags/flag-card.tsx";
import { RuleFacts } from "#components/flags/rule-facts.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getFlagBoard, listFlagYears } from "#lib/flags/queries.ts";
import { flagCard } from "#lib/flags/view.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { getSchool } from "#lib/schools/queries.ts";
import { requestWords } from "../../insights/read-unit.ts";

type Props = { params: Promise<{ schoolId: string }> };
const idSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flags"))("school.title") };
}

export default async function SchoolFlagPage({ params }: Props) {
  const parsed = idSchema.safeParse((await params).schoolId);
  if (!parsed.success) notFound();
  const schoolId = parsed.data;
  const viewer = await requireViewer(`/flags/${schoolId}`);
  const school = await answered(() => getSchool(viewer, schoolId));
  const [year] = await answered(() => listFlagYears(viewer));
  const words = await requestWords();
  const { t } = words;
  const crumbs = [{ href: "/flags", label: t("flags.title") }, { label: school.name }];
  const board = year === undefined ? null : await answered(() => getFlagBoard(viewer, { year, schoolId }));
  const flag = board ? (board.flagged[0] ?? board.insufficient[0]) : undefined;
  const adopted = board?.rule.adoptedAt ? formatInstant(new Date(board.rule.adoptedAt), words) : null;
  return (
    <>
      <PageHeader
        t={t}
        title={t("flags.school.heading", { school: school.name })}
        crumbs={crumbs}
        lead={t("flags.school.lead")}
      />
      {board && flag ? (
        <FlagCard t={t} flag={flagCard(words, flag, board.works)} linked={false} />
      ) : (
        <EmptyState why={t(board && board.schools > 0 ? "flags.school.none" : "flags.school.noResults")} />
      )}
      <Section id="explain" title={t("flags.explain.title")} lead={t("flags.explain.lead")}>
        <ul className="grid max-w-measure list-disc gap-1 pl-5">
          {["cohort", "staff", "objectivity", "content", "chance"].map((key) => (
            <li key={key}>{t(`flags.explain.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="next" title={t("flags.next.title")} lead={t("flags.next.lead")} />
      {board ? (
        <Section id="rule" title={t("flags.rule.title")}>
          <RuleFacts t={t} version={board.rule} adopted={adopted} />
        </Section>
      ) : null}
      <Notice kind="info" t={t} title={t("flags.purpose")} />
    </>
  );
}
