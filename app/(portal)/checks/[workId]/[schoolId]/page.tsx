import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { FindingCard } from "#components/checks/finding-card.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { WorkIdentity } from "#lib/assessments/rules.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import { getFindings } from "#lib/checks/finding-queries.ts";
import { analysisHref } from "#lib/insights/addresses.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { requestWords } from "../../../insights/read-unit.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("checks"))("set.title") };
}

type Props = { params: Promise<{ workId: string; schoolId: string }> };
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const paramsSchema = z.object({ workId: id, schoolId: id });

export default async function FindingsPage({ params }: Props) {
  const parsed = paramsSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { workId, schoolId } = parsed.data;
  const viewer = await requireViewer(`/checks/${workId}/${schoolId}`);
  const found = await answered(() => getFindings(viewer, schoolId, workId));
  const words = await requestWords();
  const { t } = words;
  const at = (instant: string) => formatInstant(new Date(instant), words);
  const open = found.findings.filter(({ gone }) => !gone);
  const gone = found.findings.filter((finding) => finding.gone);
  const waiting = open.filter(({ confirmed }) => !confirmed);
  const title = workTitle(t, found.work as typeof found.work & WorkIdentity);
  const unit = { kind: "school", id: schoolId, classLabel: null } as const;
  return (
    <>
      <PageHeader
        t={t}
        title={t("checks.set.heading", { work: title })}
        crumbs={[{ href: "/checks", label: t("checks.title") }, { label: title }]}
        lead={t("checks.set.lead", { school: found.school.name, municipality: found.school.municipality })}
        facts={
          found.checked
            ? t("checks.set.checked", { at: at(found.checked.at), rules: found.checked.rules })
            : t("checks.set.notChecked")
        }
      />
      {found.pending ? <Notice kind="info" t={t} title={t("checks.set.pending")} role="status" /> : null}
      <KeyFindings
        findings={[
          {
            key: "summary",
            text: t("checks.set.summary", {
              errors: waiting.filter(({ severity }) => severity === "error").length,
              warnings: waiting.filter(({ severity }) => severity === "warning").length,
            }),
          },
        ]}
      />
      <Section
        id="open"
        title={t("checks.set.open")}
        lead={open.length === 0 ? t("checks.set.none") : undefined}
      >
        {open.map((finding) => (
          <FindingCard key={finding.id} words={words} finding={finding} at={at} />
        ))}
      </Section>
      {gone.length > 0 ? (
        <Section id="gone" title={t("checks.set.gone")} lead={t("checks.set.goneLead")}>
          <Fold
            summary={t("checks.set.goneFold", { count: gone.length })}
            open={gone.some(({ awaited }) => awaited !== null)}
          >
            {gone.map((finding) => (
              <FindingCard key={finding.id} words={words} finding={finding} at={at} />
            ))}
          </Fold>
        </Section>
      ) : null}
      <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
        <a href={`/results/${workId}/${schoolId}`}>{t("checks.set.results")}</a>
        <a href={analysisHref(unit, workId)}>{t("checks.set.analysis")}</a>
      </p>
    </>
  );
}
