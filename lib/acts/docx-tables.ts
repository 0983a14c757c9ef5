import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Table as TableBlock } from "./document.ts";

const POINT = 2;
/** 170 mm between the margins, in twentieths of a point. */
const PAGE_WIDTH = Math.round((170 * 1440) / 25.4);
const CELL_MARGINS = { left: 80, right: 80, top: 40, bottom: 40 };

/** A table with a header row that is repeated on every page and rows that are not torn apart. */
export function tableOf({ columns, rows, empty }: TableBlock): Table | Paragraph {
  if (rows.length === 0)
    return new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: empty, italics: true })],
    });
  const widths = columns.map(({ width }) => Math.round(width * PAGE_WIDTH));
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: CELL_MARGINS,
      ...(bold ? { shading: { fill: "EDEFF2" }, verticalAlign: VerticalAlign.CENTER } : {}),
      children: [new Paragraph({ children: [new TextRun({ text, bold, size: 10 * POINT })] })],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, i) => cell(title, i, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: columns.map((_, i) => cell(row[i] ?? "", i, false)) }),
      ),
    ],
  });
}

/** «ПРИНЯТО» on the left and «УТВЕРЖДЕНО» on the right of the first page: a table without lines. */
export function cornersTable(left: readonly string[], right: readonly string[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  const corner = (lines: readonly string[], alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]) =>
    new TableCell({
      width: { size: Math.round(PAGE_WIDTH / 2), type: WidthType.DXA },
      children: lines.map((text) => new Paragraph({ alignment, text })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: [Math.round(PAGE_WIDTH / 2), Math.round(PAGE_WIDTH / 2)],
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({ children: [corner(left, AlignmentType.LEFT), corner(right, AlignmentType.RIGHT)] }),
    ],
  });
}
