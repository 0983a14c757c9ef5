import type { Finding } from "../../platform/workbook/finding.ts";
import type { TextSheet } from "../../platform/workbook/workbook.ts";
import { columnLetters } from "../../results/column-name.ts";
import type { Measure, ReportedFigure, ReportedUnit, ReportedWork, ReportReading } from "../report.ts";
import { reportFinding } from "../report-findings.ts";
import { type PrintedFigure, readFigure } from "./printed-figure.ts";
import { LineCount } from "./report-table.ts";

/** Where figures of one line are put. */
export interface FigureLine {
  sheet: TextSheet;
  /** index */
  row: number;
  unit: number;
  work: number;
  /** participants of the line */
  n: number | null;
}

/** What is being read of a report. */
export class ReportDraft {
  readonly works: ReportedWork[] = [];
  readonly units: ReportedUnit[] = [];
  readonly figures: ReportedFigure[] = [];
  readonly findings: Finding[] = [];
  readonly lines = new LineCount();

  addWork(work: ReportedWork): number {
    return this.works.push(work) - 1;
  }

  /** The same unit of several lines (a group of marks a line) is one. */
  addUnit(unit: ReportedUnit): number {
    const known = this.units.findIndex(
      (one) =>
        one.kind === unit.kind &&
        one.name === unit.name &&
        one.login === unit.login &&
        one.place === unit.place,
    );
    return known >= 0 ? known : this.units.push(unit) - 1;
  }

  /** Reads a cell (index of its column) as a figure of the line. What cannot be read is kept as printed and told. */
  add(
    line: FigureLine,
    column: number,
    measure: Measure,
    key = "",
    n: number | null = line.n,
  ): PrintedFigure {
    const printed = readFigure(line.sheet, line.row, column);
    if (printed.state === "unread") this.tell(line, column, printed);
    this.put(line, column, measure, key, n, printed);
    return printed;
  }

  /** Puts a figure that was read already. */
  put(
    line: FigureLine,
    column: number,
    measure: Measure,
    key: string,
    n: number | null,
    printed: PrintedFigure,
  ): void {
    const { state, value, decimals, raw } = printed;
    const place = { sheet: line.sheet.name, row: line.row + 1, column: column + 1 };
    this.figures.push({
      unit: line.unit,
      work: line.work,
      measure,
      key,
      n,
      state,
      value,
      decimals,
      raw,
      ...place,
    });
  }

  private tell(line: FigureLine, column: number, { raw, formula }: PrintedFigure): void {
    const place = { sheet: line.sheet.name, row: line.row + 1, column: column + 1, raw };
    this.findings.push(
      reportFinding(formula ? "reportFormulaError" : "reportCell", place, {
        cell: `${columnLetters(column + 1)}${line.row + 1}`,
        raw,
      }),
    );
  }

  /** A measure is printed with as many decimals as its most precise cell: 75 beside 64,13 means 75,00. */
  finish(): Omit<ReportReading, "form"> {
    const decimals = new Map<string, number>();
    for (const { measure, decimals: own } of this.figures)
      decimals.set(measure, Math.max(own, decimals.get(measure) ?? 0));
    const { total, data, notData } = this.lines;
    return {
      works: this.works,
      units: this.units,
      figures: this.figures.map((figure) => ({ ...figure, decimals: decimals.get(figure.measure) ?? 0 })),
      findings: this.findings,
      lines: { total, data, notData: { ...notData } },
    };
  }
}
