import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScaleFacts } from "#components/exams/scale-facts.tsx";
import { ScaleForm } from "#components/exams/scale-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { scaleInForce } from "#lib/exams/exam-facts.ts";
import { listExamScales } from "#lib/exams/queries.ts";
import { examKinds, isMarked } from "#lib/exams/subjects.ts";
import { subjectText } from "#lib/exams/words.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { askedOf, examWords, type Query } from "../read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exams"))("scales.title") };
}

export default async function ScalesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/exams/scales");
  const { year: asked } = askedOf(viewer, await searchParams);
  const { years, year, exams } = await answered(() => listExamScales(viewer, asked));
  const words = await examWords();
  const { t } = words;
  const mayAdopt = may(viewer, "exams.scale") && viewer.regionId !== null;
  return (
    <>
      <PageHeader
        t={t}
        title={t("exams.scales.title")}
        crumbs={[{ label: t("exams.title"), href: "/exams" }, { label: t("exams.scales.title") }]}
        lead={t("exams.scales.lead")}
      />
      <Tabs
        label={t("exams.years")}
        tabs={years.map((one) => ({
          href: `/exams/scales?year=${one}`,
          label: String(one),
          current: one === year,
        }))}
      />
      {examKinds.map((kind) => {
        const ofKind = exams.filter((exam) => exam.kind === kind);
        return ofKind.length === 0 ? null : (
          <Section key={kind} id={kind} title={t(`exams.kind.${kind}`)}>
            <div className="grid">
              {ofKind.map((exam) => {
                const scale = scaleInForce(exam, viewer.regionId);
                const name = subjectText(words, exam);
                return (
                  <Fold
                    key={exam.id}
                    summary={scale?.needsCheck ? t("exams.scales.needsCheck", { name }) : name}
                  >
                    <ScaleFacts words={words} exam={exam} scale={scale} />
                    {mayAdopt && isMarked(exam.kind, exam.subject) ? (
                      <ScaleForm
                        examId={exam.id}
                        edition={Math.max(
                          0,
                          ...exam.scales
                            .filter((one) => one.regionId === viewer.regionId)
                            .map((one) => one.edition),
                        )}
                        scale={scale}
                        words={{
                          legend: t("exams.scales.own"),
                          maxPrimary: t("exams.scales.maxPrimary"),
                          min3: t("exams.scales.min", { mark: 3 }),
                          min4: t("exams.scales.min", { mark: 4 }),
                          min5: t("exams.scales.min", { mark: 5 }),
                          source: t("exams.scales.source"),
                          save: t("exams.scales.save"),
                          saving: t("exams.scales.saving"),
                        }}
                      />
                    ) : null}
                  </Fold>
                );
              })}
            </div>
          </Section>
        );
      })}
    </>
  );
}
