import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ResultRows } from "#components/results/result-rows.tsx";
import { RowsLegend } from "#components/results/rows-legend.tsx";
import { instantText } from "#components/results/words.ts";
import { ChangedCells, changedKey } from "#components/submissions/changed-cells.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { getResultRows } from "#lib/results/queries.ts";
import { rowsParams } from "#lib/results/schema.ts";
import { listChangedCells } from "#lib/submissions/changed-cells-queries.ts";
import { idOrNotFound, readWords } from "../../read.ts";

type Props = {
  params: Promise<{ workId: string; schoolId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("results.rows.title") };
}

export default async function ResultRowsPage({ params, searchParams }: Props) {
  const { workId, schoolId } = await params;
  const [work, school] = [idOrNotFound(workId), idOrNotFound(schoolId)];
  const here = `/results/${work}/${school}`;
  const viewer = await requireViewer(here);
  const asked = rowsParams.parse(await searchParams);
  const view = await answered(() =>
    getResultRows(viewer, work, school, { classLabel: asked.class, page: asked.page }),
  );
  const words = await readWords();
  const { t } = words;
  const classHref = (label: string) => `${here}?class=${encodeURIComponent(label)}`;
  const groups = [...Map.groupBy(view.rows, ({ classLabel }) => classLabel)];
  const { source } = view;
  const codes = new Set(view.rows.map(({ code }) => code));
  const shown = (await answered(() => listChangedCells(viewer, work, school))).filter(({ code }) =>
    codes.has(code),
  );
  const marked = new Set(shown.map(changedKey));
  return (
    <>
      <PageHeader
        t={t}
        title={workTitle(t, view.work)}
        crumbs={[{ label: t("results.title"), href: "/results" }, { label: t("results.rows.title") }]}
        facts={
          source === null
            ? view.school.name
            : `${view.school.name} · ${t("results.rows.source", {
                file: source.fileName || t("results.rows.sourceUnknown"),
                at: instantText(words, source.changedAt),
              })}`
        }
        lead={t("results.rows.lead")}
        actions={
          <>
            {view.classes.length > 0 ? (
              <a className="button button-secondary" href={`/insights/school-${school}/${work}`}>
                {t("results.rows.analysis")}
              </a>
            ) : null}
            {may(viewer, "results.import") ? (
              <a className="button button-secondary" href={`/results/entry?work=${work}&school=${school}`}>
                {t("entry.open")}
              </a>
            ) : null}
          </>
        }
      />
      {view.classes.length > 1 ? (
        <Tabs
          label={t("results.rows.classes")}
          tabs={[
            { href: here, label: t("results.rows.allClasses"), current: view.classLabel === null },
            ...view.classes.map(({ label }) => ({
              href: classHref(label),
              label: label || t("results.classUnknown"),
              current: view.classLabel === label,
            })),
          ]}
        />
      ) : null}
      {groups.length === 0 ? (
        <EmptyState
          why={
            view.classLabel !== null
              ? t("results.rows.emptyClass", { label: view.classLabel })
              : t(viewer.role === "teacher" ? "results.rows.emptyTeacher" : "results.rows.empty")
          }
        />
      ) : (
        <div className="grid gap-10">
          <RowsLegend words={words} rows={view.rows} />
          {groups.map(([label, rows]) => (
            <ResultRows key={label} words={words} view={view} label={label} rows={rows} changed={marked} />
          ))}
          <ChangedCells
            words={words}
            cells={shown}
            tasks={view.tasks.map((task) => task.code)}
            place={here}
          />
        </div>
      )}
      {view.pages > 1 ? <p>{t("results.rows.pageOf", { page: view.page, pages: view.pages })}</p> : null}
      <Pagination
        t={t}
        page={view.page}
        pages={view.pages}
        href={(page) =>
          view.classLabel === null ? `${here}?page=${page}` : `${classHref(view.classLabel)}&page=${page}`
        }
      />
    </>
  );
}
