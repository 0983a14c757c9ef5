import type { ReactNode } from "react";
import { TaskPlot } from "#components/charts/task-plot.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { StatRow } from "#components/ui/stat.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { TasksView } from "#lib/insights/tasks-view.ts";
import { TASK_ZONES } from "#lib/insights/zones.ts";
import { FigureTile } from "./figure-tile.tsx";
import { NotTaughtTable, NotTriedTable, UnlevelledTable } from "./task-tables.tsx";

interface Props {
  t: Translate;
  view: TasksView | null;
  /** The way to the workbook with the same numbers. */
  files: ReactNode;
}

/** Which tasks failed, by difficulty; what was not attempted, and what had not been taught yet. */
export function TasksSection({ t, view, files }: Props) {
  return (
    <Section id="tasks" title={t("insights.sections.tasks")}>
      {view ? <Tasks t={t} view={view} files={files} /> : <EmptyState why={t("insights.empty.tasks")} />}
    </Section>
  );
}

function Tasks({ t, view, files }: Props & { view: TasksView }) {
  const { groups, peer, ...words } = view.chart;
  return (
    <>
      {view.levels.length > 0 ? (
        <StatRow>
          {view.levels.map((figure) => (
            <FigureTile key={figure.key} t={t} figure={figure} />
          ))}
        </StatRow>
      ) : null}
      {groups.length > 0 ? (
        <TaskPlot
          t={t}
          id="tasks-chart"
          {...words}
          files={files}
          {...(peer ? { peer } : {})}
          groups={groups}
          source={t("insights.tasks.zones", { version: TASK_ZONES.version })}
        />
      ) : null}
      {view.unlevelled.length > 0 ? <UnlevelledTable t={t} lines={view.unlevelled} peer={peer} /> : null}
      {view.notTaught.length > 0 ? <NotTaughtTable t={t} lines={view.notTaught} /> : null}
      {view.notTried.length > 0 ? (
        <Fold summary={t("insights.tasks.notTriedFold", { count: view.notTried.length })}>
          <NotTriedTable t={t} lines={view.notTried} />
        </Fold>
      ) : null}
    </>
  );
}
