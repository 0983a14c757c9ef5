import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { Translate } from "./translate.ts";

/** A way to order rows on the server. Never given for columns of ВПР results: schools are not ranked. */
export interface Sort {
  href: string;
  direction: "ascending" | "descending" | null;
}

export interface Column<Row> {
  key: string;
  head: ReactNode;
  /** Stands in the head once, so that the cells hold bare numbers. */
  unit?: string;
  numeric?: boolean;
  sort?: Sort;
  /** Every cell has something in it: a silence is a word, see figure-cell.tsx. */
  cell: (row: Row) => ReactNode;
  /** Weighted total of the column. */
  foot?: ReactNode;
}

interface Props<Row> {
  /** Unique on the page; the row links are `#id-…`. */
  id: string;
  t: Translate;
  /** What, whose, when, how many. */
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isSelected?: (row: Row) => boolean;
  /** Keep the first column in view while the others scroll. */
  sticky?: boolean;
  dense?: boolean;
  /** Under the table: legend of silences, notes. */
  children?: ReactNode;
}

/**
 * A data table: the first column names its row. Wider than the page, it scrolls inside a region named by the caption.
 *
 */
export function Table<Row>(props: Props<Row>) {
  const { id, t, caption, columns, rows, rowKey, isSelected, sticky = true, dense = false, children } = props;
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <div className="table-block">
      <TableRegion id={id} sticky={sticky} dense={dense}>
        <caption className="table-caption" id={`${id}-caption`}>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} t={t} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              id={`${id}-${rowKey(row)}`}
              className={classNames(isSelected?.(row) && "selected")}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={classNames(column.numeric && "num")}>
                    {column.cell(row)}
                    {isSelected?.(row) ? (
                      <span className="selected-word"> ({t("ui.table.selected")})</span>
                    ) : null}
                  </th>
                ) : (
                  <td key={column.key} className={classNames(column.numeric && "num")}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {hasFoot ? (
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={classNames(column.numeric && "num")}>
                    {column.foot}
                  </th>
                ) : (
                  <td key={column.key} className={classNames(column.numeric && "num")}>
                    {column.foot ?? "—"}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </TableRegion>
      {children}
    </div>
  );
}

/** The scrolling region around hand-made rows; their `<caption id="{id}-caption">` names it. */
export function TableRegion(props: { id: string; sticky?: boolean; dense?: boolean; children: ReactNode }) {
  const { id, sticky = true, dense = false, children } = props;
  return (
    <section
      className={classNames("table-region", sticky && "table-sticky", dense && "table-dense")}
      aria-labelledby={`${id}-caption`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by the arrow keys
      tabIndex={0}
    >
      <table className="data-table">{children}</table>
    </section>
  );
}

function HeadCell<Row>({ column, t }: { column: Column<Row>; t: Translate }) {
  const { sort } = column;
  return (
    <th scope="col" className={classNames(column.numeric && "num")} aria-sort={sort?.direction ?? undefined}>
      {sort ? (
        <a href={sort.href}>
          {column.head}
          <span className="sr-only">, {t(`ui.sort.${sort.direction ?? "none"}`)}</span>
          {sort.direction ? (
            <span aria-hidden="true">{sort.direction === "ascending" ? "\u00a0↑" : "\u00a0↓"}</span>
          ) : null}
        </a>
      ) : (
        column.head
      )}
      {column.unit ? <span className="unit">, {column.unit}</span> : null}
    </th>
  );
}
