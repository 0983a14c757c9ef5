"use client";

import { memo, type RefObject, useLayoutEffect, useRef } from "react";
import { type EntryColumn, entryColumns } from "#lib/entry/columns.ts";
import type { EntryDesk } from "./desk.ts";
import { type Phrases, say } from "./phrases.ts";

interface Props {
  desk: EntryDesk;
  tasks: readonly { code: string; max: number }[];
  rows: number;
  caption: string;
  phrases: Phrases;
  /** The codes of a second typing are those of the first. */
  codesLocked: boolean;
  maxScore: number;
}

/**
 * The grid itself. It is drawn once, and again only when rows are added: what is typed goes into its fields past React, so
 * that a key costs one cell.
 */
export const GridTable = memo(function GridTable(props: Props) {
  const { desk, tasks, rows, caption, phrases, codesLocked, maxScore } = props;
  const table: RefObject<HTMLTableElement | null> = useRef(null);
  const columns = entryColumns(tasks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows are more fields to find
  useLayoutEffect(() => {
    if (table.current) desk.attach(table.current);
  }, [desk, rows]);
  const heads = ["total", "mark", "state"] as const;
  return (
    <div className="entry-region">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the table is the grid of the ARIA pattern
        role="grid"
        className="entry-grid"
        aria-labelledby="entry-caption"
        aria-describedby="entry-keys"
        aria-rowcount={rows + 1}
        aria-colcount={columns.length + 4}
      >
        <caption id="entry-caption" className="sr-only">
          {caption}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="entry-number">
              {say(phrases, "head.number")}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`entry-${column.kind}`}>
                <Head column={column} phrases={phrases} />
              </th>
            ))}
            {heads.map((key) => (
              <th key={key} scope="col" className={`entry-${key}`}>
                {say(phrases, `head.${key}`)}
                {key === "total" ? (
                  <span className="entry-max">{say(phrases, "head.of", { max: maxScore })}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of the grid is its number
            <tr key={row} aria-rowindex={row + 2}>
              <th scope="row" className="entry-number">
                {row + 1}
              </th>
              {columns.map((column, i) => (
                <Cell
                  key={column.key}
                  at={row * columns.length + i}
                  column={column}
                  locked={codesLocked && column.kind === "code"}
                />
              ))}
              <td className="entry-total" data-total>
                —
              </td>
              <td className="entry-mark" data-mark>
                —
              </td>
              <td className="entry-state" data-state="empty" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function Head({ column, phrases }: { column: EntryColumn; phrases: Phrases }) {
  if (column.kind !== "task") return say(phrases, `head.${column.kind}`);
  return (
    <>
      <span className="sr-only">{say(phrases, "head.task")} </span>
      {column.code}
      <span className="entry-max">{say(phrases, "head.of", { max: column.max })}</span>
    </>
  );
}

function Cell({ at, column, locked }: { at: number; column: EntryColumn; locked: boolean }) {
  return (
    <td className={`entry-${column.kind}`}>
      <input
        data-at={at}
        id={`cell-${at}`}
        tabIndex={-1}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={32}
        inputMode={column.kind === "task" || column.kind === "journal" ? "numeric" : "text"}
        readOnly={locked}
        aria-invalid="false"
      />
    </td>
  );
}
