import type { Workbook } from "#lib/platform/workbook/workbook.ts";
import { findByHeaders, type HeaderSet } from "./other-forms.ts";

/**
 * Forms that carry ready totals and no pupils (forms.md F-06 … F-11, F-17, F-18). They are known here by the words of their
 * header and read by the feature `reported`, which stands above results.
 */
export const reportCodes = ["F-06", "F-07", "F-08", "F-09", "F-10", "F-11", "F-17", "F-18"] as const;
export type ReportCode = (typeof reportCodes)[number];

/** The more special first: three of them begin with «Группы участников». */
const REPORTS: readonly HeaderSet<ReportCode>[] = [
  { name: "F-11", headers: ["Группы участников", "Группы баллов"] },
  { name: "F-07", headers: ["Группы участников", "Кол-во участников(всего)"] },
  { name: "F-07", headers: ["Группы участников", "Кол-во участников", "%"] },
  { name: "F-06", headers: ["Группы участников", "2", "3", "4", "5"], without: ["0", "1", "6"] },
  {
    name: "F-06",
    headers: ["Логин", "ОО", "Кол-во участников", "2", "3", "4", "5"],
    without: ["0", "1", "6"],
  },
  { name: "F-08", headers: ["Группы участников", "0", "1", "2"] },
  { name: "F-08", headers: ["Логин", "ОО", "Кол-во участников", "0", "1", "2"] },
  { name: "F-09", headers: ["Группы участников", "Кол-во участников"] },
  { name: "F-10", headers: ["№", "Макс балл"] },
  { name: "F-18", headers: ["Логин", "Количество маркеров"] },
  { name: "F-17", headers: ["Муниципальное образование", "Образовательная организация (школа)"] },
];

/** The report with ready totals that a workbook is, or null. */
export function recogniseReport(book: Workbook): ReportCode | null {
  return findByHeaders(book, REPORTS)?.name ?? null;
}
