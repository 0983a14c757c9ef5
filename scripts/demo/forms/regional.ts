import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import type { DemoMunicipality, DemoRegion, DemoSchool } from "../region.ts";
import type { DemoRow } from "../results.ts";
import type { DemoWork } from "../works.ts";
import { columns, itemCells, journalCell, taskHeaders, WORDS } from "./cells.ts";

/** Layout C, a regional export with many schools (forms.md F-15). An absent pupil has no class there (D-15). */
export function regional(
  work: DemoWork,
  region: Pick<DemoRegion, "code" | "name">,
  municipality: DemoMunicipality,
  schools: readonly { school: Pick<DemoSchool, "login" | "name">; rows: readonly DemoRow[] }[],
  loadedOn: string,
): ExportSheet[] {
  const headers = [
    "Пользователь",
    "Код региона",
    "Регион",
    "Муниципалитет",
    "Школа",
    "Дата загрузки",
    "Код",
    "Вариант",
    ...taskHeaders(work),
    "Наименование класса",
    "Пол",
    WORDS.journal,
    WORDS.total,
  ];
  const lines = schools.flatMap(({ school, rows }) =>
    rows.map((row): ExportCell[] => [
      `edu${school.login}`,
      region.code,
      `reg${region.code}0000 | ${region.name}`,
      `${municipality.code} | ${municipality.name}`,
      `edu${school.login} | ${school.name}`,
      loadedOn,
      row.code,
      row.absent ? WORDS.absent : row.variants[0],
      ...itemCells(row, work),
      row.absent ? null : row.classLabel,
      row.sex,
      journalCell(row),
      row.absent ? null : row.printedTotal,
    ]),
  );
  const classes = schools.flatMap(({ school, rows }) =>
    [...new Set(rows.map((row) => row.classLabel))].map((label): ExportCell[] => [
      `edu${school.login}`,
      `edu${school.login} | ${school.name}`,
      label,
    ]),
  );
  return [
    { name: "Классы", columns: columns(["Пользователь", "Школа", "Наименование класса"], 24), rows: classes },
    { name: "Протокол", columns: columns(headers), rows: lines },
  ];
}
