"use client";

import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import type { EntryView } from "#lib/entry/queries.ts";
import type { Locale } from "#messages/load.ts";
import { CellHistory } from "./cell-history.tsx";
import { Conflicts } from "./conflicts.tsx";
import { EntryDesk } from "./desk.ts";
import { GridTable } from "./grid-table.tsx";
import { HandOver } from "./hand-over.tsx";
import type { Phrases } from "./phrases.ts";
import { ProblemList } from "./problem-list.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { SavingState } from "./saving-state.tsx";
import { Toolbar } from "./toolbar.tsx";

export interface EntryAppProps {
  entry: EntryView;
  /** The place of the class in its parallel, from 1: part of the codes that the portal makes. */
  classPlace: number;
  caption: string;
  phrases: Phrases;
  locale: Locale;
  timeZone: string;
  /** What stands here until the grid opens. */
  children: ReactNode;
  /** Where this page is, to come back to after signing in. */
  here: string;
}

/** The grid and everything around it that lives while a class is typed. */
export function EntryApp(props: EntryAppProps) {
  const [desk, setDesk] = useState<EntryDesk | null>(null);
  const { entry, phrases } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page shows one class; fresh words of the same page do not begin it anew
  useEffect(() => {
    const made = new EntryDesk(entry, phrases);
    setDesk(made);
    void made.start();
    return () => made.close();
  }, []);
  return desk === null ? props.children : <Opened {...props} desk={desk} />;
}

function Opened({ desk, ...props }: EntryAppProps & { desk: EntryDesk }) {
  const view = useSyncExternalStore(desk.subscribe, desk.snapshot, desk.snapshot);
  const { entry, phrases, locale, timeZone } = props;
  if (!view.ready) return props.children;
  return (
    <div className="grid min-w-0 gap-4">
      <Toolbar desk={desk} view={view} phrases={phrases} classPlace={props.classPlace} pass={entry.pass} />
      <GridTable
        desk={desk}
        tasks={entry.work.tasks}
        rows={view.rows}
        caption={props.caption}
        phrases={phrases}
        codesLocked={entry.pass === 2}
        maxScore={entry.work.maxScore}
      />
      <div className="entry-state-line" id="entry-state" tabIndex={-1}>
        <SavingState view={view} phrases={phrases} locale={locale} timeZone={timeZone} here={props.here} />
        <ProgressLine view={view} phrases={phrases} locale={locale} entry={entry} />
        <p role="status" className="min-h-6">
          {view.message}
        </p>
      </div>
      <CellHistory desk={desk} view={view} phrases={phrases} locale={locale} timeZone={timeZone} />
      <Conflicts desk={desk} view={view} phrases={phrases} locale={locale} timeZone={timeZone} />
      <ProblemList desk={desk} view={view} phrases={phrases} />
      <HandOver desk={desk} view={view} entry={entry} phrases={phrases} />
    </div>
  );
}
