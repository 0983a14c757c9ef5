"use client";

import { type CSSProperties, memo, type RefObject, type UIEvent, useLayoutEffect, useRef } from "react";
import { type EntryColumn, entryColumns } from "#lib/entry/columns.ts";
import type { EntryDesk } from "./desk.ts";
import { gridWidths } from "./grid-widths.ts";
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

// Rows that lay themselves out (see entry.css) are no rows to some browsers unless this is said aloud.
const as = {
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader", scope: "col" },
  number: { role: "rowheader", scope: "row" },
  cell: { role: "gridcell" },
} as const;

/**
 * The first columns stay in view only while the grid is moved sideways: eighty cells that may stay somewhere cost a tenth of
 * every key.
 */
function freeze({ currentTarget: region }: UIEvent<HTMLElement>): void {
  region.toggleAttribute("data-aside", region.scrollLeft > 0);
}

/**
 * The grid itself. It is drawn once, and again only when rows are added: what is typed goes into its cells past React, so
 * that a key costs one cell.
 */
export const GridTable = memo(function GridTable(props: Props) {
  const { desk, tasks, rows, caption, phrases, codesLocked, maxScore } = props;
  const table: RefObject<HTMLTableElement | null> = useRef(null);
  const columns = entryColumns(tasks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows are more cells to find
  useLayoutEffect(() => {
    if (table.current) desk.attach(table.current);
  }, [desk, rows]);
  const heads = ["total", "mark", "state"] as const;
  const widths = gridWidths(columns);
  return (
    <div className="entry-region" onScroll={freeze}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the table is the grid of the ARIA pattern
        role="grid"
        className="entry-grid"
        style={{ "--entry-width": widths.whole } as CSSProperties}
        aria-labelledby="entry-caption"
        aria-describedby="entry-keys"
        aria-rowcount={rows + 1}
        aria-colcount={columns.length + 4}
        aria-multiselectable
      >
        <caption id="entry-caption" className="sr-only">
          {caption}
        </caption>
        <thead {...as.group}>
          <tr {...as.row} aria-rowindex={1}>
            <th {...as.head} className="entry-number" style={{ width: widths.number }}>
              {say(phrases, "head.number")}
            </th>
            {columns.map((column, i) => (
              <th
                key={column.key}
                {...as.head}
                className={`entry-${column.kind}`}
                style={{ width: widths.fields[i] }}
              >
                <Head column={column} phrases={phrases} />
              </th>
            ))}
            {heads.map((key) => (
              <th key={key} {...as.head} className={`entry-${key}`} style={{ width: widths[key] }}>
                {say(phrases, `head.${key}`)}
                {key === "total" ? (
                  <span className="entry-max">{say(phrases, "head.of", { max: maxScore })}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.group}>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of the grid is its number
            <tr key={row} {...as.row} aria-rowindex={row + 2}>
              <th {...as.number} className="entry-number" style={{ width: widths.number }}>
                {row + 1}
              </th>
              {columns.map((column, i) => (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid may be read-only, its role is said by `as`
                <td
                  key={column.key}
                  {...as.cell}
                  data-at={row * columns.length + i}
                  className={`entry-${column.kind}`}
                  style={{ width: widths.fields[i] }}
                  aria-readonly={codesLocked && column.kind === "code" ? true : undefined}
                />
              ))}
              <td {...as.cell} className="entry-total" style={{ width: widths.total }} data-total>
                —
              </td>
              <td {...as.cell} className="entry-mark" style={{ width: widths.mark }} data-mark>
                —
              </td>
              <td {...as.cell} className="entry-state" style={{ width: widths.state }} data-state="empty" />
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
