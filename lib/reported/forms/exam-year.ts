import { plain } from "../../platform/text/plain.ts";
import type { ReportTable } from "./report-table.ts";

const YEAR = /(?<!\d)20\d{2}(?!\d)/;

/**
 * The year of a sheet: what most of its name, its title and its header say; the name of the sheet where they are even. What
 * disagrees is told as printed (forms.md D-35: a heading that says 2023 on the sheet 2022).
 */
export function examYear(
  { sheet, header }: ReportTable,
  graduates: number,
): { year: number | null; title: string | null; conflict: string | null } {
  const titles = sheet.rows
    .slice(0, header)
    .flatMap((row) => row.map(plain).filter((text) => YEAR.test(text)));
  const said = [sheet.name, ...titles.slice(0, 1), plain(sheet.rows[header]?.[graduates] ?? "")].flatMap(
    (text) => {
      const year = YEAR.exec(text)?.[0];
      return year === undefined ? [] : [{ year: Number(year), text }];
    },
  );
  const votes = (year: number) => said.filter((one) => one.year === year).length;
  const year = said.reduce<number | null>(
    (best, one) => (best === null || votes(one.year) > votes(best) ? one.year : best),
    null,
  );
  return {
    year,
    title: titles[0] ?? null,
    conflict: said.find((one) => one.year !== year)?.text ?? null,
  };
}
