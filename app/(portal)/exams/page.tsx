import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PersonsSection, RegistersSection } from "#components/exams/persons-section.tsx";
import { SchoolLinks } from "#components/exams/school-links.tsx";
import { YearTable } from "#components/exams/year-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { examYearHref, registersHref } from "#lib/exams/addresses.ts";
import { getExamYear, listExamRegions } from "#lib/exams/queries.ts";
import { examKinds, isMarked } from "#lib/exams/subjects.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { askedOf, examWords, type Query } from "./read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exams"))("title") };
}

export default async function ExamsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/exams");
  const { unit, year: askedYear, high } = askedOf(viewer, await searchParams);
  const words = await examWords();
  const { t } = words;
  if (!unit) {
    const regions = await answered(() => listExamRegions(viewer));
    const [only] = regions;
    if (only && regions.length === 1) redirect(`/exams?unit=region-${only.id}`);
    return (
      <>
        <PageHeader t={t} title={t("exams.title")} lead={t("exams.chooseRegion")} />
        <SchoolLinks
          words={words}
          title={t("exams.regions")}
          links={regions.map(({ id, name }) => ({ key: String(id), name, href: `/exams?unit=region-${id}` }))}
        />
      </>
    );
  }
  const found = await answered(() => getExamYear(viewer, unit, askedYear));
  const { year, rows } = found;
  const asked = { unit, high };
  const mayLoad = may(viewer, "results.import");
  return (
    <>
      <PageHeader
        t={t}
        title={t("exams.of", { unit: found.unit.name })}
        lead={t("exams.lead")}
        actions={
          mayLoad ? (
            <LinkButton key="load" href="/results/imports/new">
              {t("exams.load")}
            </LinkButton>
          ) : null
        }
      />
      {year === null ? (
        <EmptyState
          why={t(mayLoad ? "exams.empty" : "exams.emptyRead")}
          action={mayLoad ? <LinkButton href="/results/imports/new">{t("exams.load")}</LinkButton> : null}
        />
      ) : (
        <>
          <Tabs
            label={t("exams.years")}
            tabs={found.years.map((one) => ({
              ...{ href: examYearHref(asked, one), label: String(one), current: one === year },
            }))}
          />
          {examKinds.map((kind) => {
            const ofKind = rows.filter(({ exam }) => exam.kind === kind);
            const tests = ofKind.filter(({ exam }) => !isMarked(exam.kind, exam.subject));
            const marks = ofKind.filter(({ exam }) => isMarked(exam.kind, exam.subject));
            return ofKind.length === 0 ? null : (
              <Section
                key={kind}
                id={kind}
                title={t("exams.subjectsOf", { kind: t(`exams.kind.${kind}`), year: String(year) })}
                lead={<p>{t("exams.interval")}</p>}
              >
                {tests.length > 0 ? (
                  <>
                    <Tabs
                      label={t("exams.high.label")}
                      tabs={[81, 80].map((from) => ({
                        href: examYearHref({ unit, high: from }, year),
                        label: t("exams.high.from", { from }),
                        current: from === high,
                      }))}
                    />
                    <YearTable
                      words={words}
                      id={`${kind}-tests`}
                      caption={t("exams.table.captionTests", { unit: found.unit.name, year: String(year) })}
                      rows={tests}
                      marked={false}
                      asked={asked}
                    />
                  </>
                ) : null}
                {marks.length > 0 ? (
                  <YearTable
                    words={words}
                    id={`${kind}-marks`}
                    caption={t("exams.table.captionMarks", { unit: found.unit.name, year: String(year) })}
                    rows={marks}
                    marked
                    asked={asked}
                  />
                ) : null}
                {unit.kind === "school" ? null : (
                  <p className="max-w-measure text-ink-2">{t("exams.noRanking")}</p>
                )}
              </Section>
            );
          })}
          <PersonsSection words={words} scores={found.scores} marks={found.marks} />
          <RegistersSection
            words={words}
            registers={found.registers}
            enterHref={
              unit.kind === "school" && may(viewer, "exams.register") ? registersHref(unit.id, year) : null
            }
          />
          <SchoolLinks
            words={words}
            id="municipalities"
            title={t("exams.municipalities")}
            links={(unit.kind === "region" ? municipalitiesOf(found.schools) : []).map(([id, name]) => ({
              ...{ key: String(id), name },
              href: examYearHref({ unit: { kind: "municipality", id, classLabel: null }, high }, year),
            }))}
          />
          <SchoolLinks
            words={words}
            title={t("exams.schools")}
            links={found.schools.map(({ id, name, municipality }) => ({
              key: String(id),
              name: unit.kind === "region" ? `${name} (${municipality})` : name,
              href: examYearHref({ unit: { kind: "school", id, classLabel: null }, high }, year),
            }))}
          />
        </>
      )}
      <p>
        <a href="/exams/scales">{t("exams.scales.link")}</a>
      </p>
    </>
  );
}

function municipalitiesOf(
  schools: readonly { municipalityId: number; municipality: string }[],
): [number, string][] {
  return [...new Map(schools.map((school) => [school.municipalityId, school.municipality]))];
}
