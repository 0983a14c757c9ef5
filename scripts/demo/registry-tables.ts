import type { ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { classesOf } from "./cohorts.ts";
import { columns } from "./forms/cells.ts";
import type { DemoRegion } from "./region.ts";

/** Words of a registry file for kinds of schools; the portal reads them back. */
const KINDS: Readonly<Record<string, string>> = {
  primary: "начальная школа",
  basic: "основная школа",
  secondary: "средняя школа",
  gymnasium: "гимназия",
  lyceum: "лицей",
  cadet: "кадетская школа",
  boarding: "школа-интернат",
  evening: "вечерняя школа",
  special: "специальная школа",
};
const LOCALITIES: Readonly<Record<string, string>> = {
  city: "город",
  settlement: "посёлок",
  village: "село",
};

/** The registry of schools as a region hands it on; names as they were before the renamings of 2025. */
export function schoolsTable(region: DemoRegion, year: number): ExportSheet[] {
  const headers = [
    "Логин",
    "Краткое наименование",
    "Полное наименование",
    "Тип",
    "Муниципалитет",
    "Код муниципалитета",
    "Населённый пункт",
    "Территория",
    "Численность обучающихся",
    "Коррекционная",
    "Широта",
    "Долгота",
  ];
  const names = new Map(region.municipalities.map((one) => [one.code, one.name]));
  const rows = region.schools.map((school) => [
    `edu${school.login}`,
    school.formerly || school.name,
    school.fullName,
    KINDS[school.kind] ?? "иная",
    names.get(school.municipality) ?? "",
    school.municipality,
    school.locality,
    LOCALITIES[school.localityKind] ?? "",
    classesOf(school, year).reduce((sum, one) => sum + one.pupils, 0),
    school.kind === "special" ? "да" : "нет",
    school.latitude,
    school.longitude,
  ]);
  return [{ name: "Реестр", columns: columns(headers, 20), rows }];
}

/** Classes of a school year; `without` = schools that have not handed in their list yet. */
export function classesTable(
  region: DemoRegion,
  year: number,
  without: readonly string[] = [],
): ExportSheet[] {
  const rows = region.schools
    .filter(({ login }) => !without.includes(login))
    .flatMap((school) =>
      classesOf(school, year).map((one) => [
        `edu${school.login}`,
        `${year}/${year + 1}`,
        one.grade,
        one.label.replace(/^\d+/, "") || "НЕТ",
        one.pupils,
      ]),
    );
  const headers = ["Логин", "Учебный год", "Параллель", "Литера", "Численность"];
  return [{ name: "Классы", columns: columns(headers, 16), rows }];
}
