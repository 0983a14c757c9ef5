import { PageContents } from "#components/layout/page-contents.tsx";
import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeyFindings } from "#components/ui/key-finding.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type AddressedUnit, howHref, partsPageHref, rowsHref } from "#lib/insights/addresses.ts";
import type { AnalysisView } from "#lib/insights/analysis-view.ts";
import { JournalSection } from "./journal-section.tsx";
import { MarksSection } from "./marks-section.tsx";
import { PartsSection } from "./parts-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { ScoresSection } from "./scores-section.tsx";
import { SourceSection } from "./source-section.tsx";
import { TasksSection } from "./tasks-section.tsx";
import { YearsSection } from "./years-section.tsx";

interface Props {
  t: Translate;
  view: AnalysisView;
  unit: AddressedUnit;
  workId: number;
  /** The workbook with the same numbers; null for who may not take it away. */
  exportHref: string | null;
  /** Where files are brought; null for who brings none. */
  loadHref: string | null;
}

/** The analysis from top to bottom like a report: each section a question, its answer, what it stands on. */
export function AnalysisReport(props: Props) {
  const { t, view, loadHref } = props;
  const notices = view.notices.map((notice) => (
    <Notice key={notice.key} kind={notice.kind} t={t} title={notice.title}>
      <p>{notice.text}</p>
    </Notice>
  ));
  if (!view.people)
    return (
      <>
        {notices}
        <EmptyState
          why={t("insights.empty.noResults")}
          action={loadHref ? <LinkButton href={loadHref}>{t("insights.units.load")}</LinkButton> : null}
        />
      </>
    );
  return (
    <div className="beside">
      <PageContents t={t} places={contents(t, view)} />
      <div className="stack">
        {notices}
        <Sections {...props} people={view.people} />
      </div>
    </div>
  );
}

function Sections(props: Props & { people: NonNullable<AnalysisView["people"]> }) {
  const { t, view, unit, workId, people, exportHref } = props;
  const files = exportHref ? (
    <a href={exportHref} className="print:hidden" download>
      {t("insights.page.export")}
    </a>
  ) : null;
  return (
    <>
      {view.findings.length > 0 ? (
        <Section id="main-findings" title={t("insights.sections.main")}>
          <KeyFindings findings={view.findings} />
        </Section>
      ) : null}
      <PeopleSection t={t} view={people} />
      {view.findings.length > 0 ? (
        <>
          <MarksSection t={t} view={view.marks} files={files} />
          <ScoresSection t={t} view={view.scores} files={files} />
          <TasksSection t={t} view={view.tasks} files={files} />
          <JournalSection t={t} view={view.journal} files={files} />
          <YearsSection t={t} view={view.years} files={files} />
        </>
      ) : null}
      {view.parts ? (
        <PartsSection
          t={t}
          view={view.parts}
          title={view.title}
          unit={view.unit}
          pageHref={(page) => partsPageHref(unit, workId, page)}
        />
      ) : null}
      <SourceSection
        t={t}
        view={view.source}
        rowsHref={unit.kind === "school" ? rowsHref(unit.id, workId, unit.classLabel) : null}
        howHref={howHref(unit, workId, "participants")}
      />
    </>
  );
}

const SECTIONS = ["people", "marks", "scores", "tasks", "journal", "years"] as const;

function contents(t: Translate, view: AnalysisView) {
  const names = view.findings.length > 0 ? SECTIONS : (["people"] as const);
  return [
    ...(view.findings.length > 0 ? [{ href: "#main-findings", label: t("insights.sections.main") }] : []),
    ...names.map((name) => ({ href: `#${name}`, label: t(`insights.sections.${name}`) })),
    ...(view.parts ? [{ href: "#parts", label: t(`insights.parts.title.${view.parts.kind}`) }] : []),
    { href: "#source", label: t("insights.sections.source") },
  ];
}
