import { headerKey } from "#lib/platform/workbook/header-key.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";

/** What a registry file may say, and the headers that say it; the first of them is the one we ask for. */
const HEADERS = {
  login: ["Логин", "Логин ОО", "Логин ФИС ОКО", "Логин школы", "Логін"],
  name: [
    "Краткое наименование",
    "Наименование",
    "Название",
    "Наименование ОО",
    "Название ОО",
    "Школа",
    "ОО",
    "Скорочена назва",
    "Назва",
  ],
  fullName: ["Полное наименование", "Полное название", "Полное наименование ОО", "Повна назва"],
  kind: ["Тип", "Тип школы", "Тип ОО", "Вид", "Вид ОО"],
  municipality: [
    "Муниципалитет",
    "Муниципальное образование",
    "Муниципальный округ",
    "Район",
    "Округ",
    "Громада",
  ],
  municipalityCode: ["Код муниципалитета", "Код МО", "Логин муниципалитета", "Код громади"],
  locality: ["Населённый пункт", "Населений пункт"],
  localityKind: ["Территория", "Тип населённого пункта", "Местность", "Територія"],
  pupils: [
    "Численность обучающихся",
    "Численность",
    "Число учеников",
    "Количество обучающихся",
    "Учеников",
    "Кількість учнів",
  ],
  correctional: ["Коррекционная", "Коррекционная школа", "Корекційна"],
  latitude: ["Широта"],
  longitude: ["Долгота", "Довгота"],
  year: ["Учебный год", "Навчальний рік"],
  grade: ["Параллель", "Паралель"],
  letter: ["Литера", "Буква", "Літера"],
  class: ["Класс", "Клас"],
} as const;

export type RegistryField = keyof typeof HEADERS;

const FIELDS = Object.keys(HEADERS) as RegistryField[];
const HEADER_ROWS = 30;

/** The header that we ask for. */
export function printedHeader(field: RegistryField): string {
  return HEADERS[field][0];
}

/** Which table a sheet holds: schools, classes, or neither. */
export type TableKind = "schools" | "classes";

export interface RegistryTable {
  kind: TableKind;
  headerRow: number;
  /** printed header of each field that the sheet has */
  headers: Partial<Record<RegistryField, string>>;
  /** 1-based column of each field */
  columns: Partial<Record<RegistryField, number>>;
}

/** The registry table of a sheet, found by its headers in the first rows; null when there is none. */
export function findTable(sheet: TextSheet): RegistryTable | null {
  for (const [index, texts] of sheet.rows.slice(0, HEADER_ROWS).entries()) {
    const keys = texts.map(headerKey);
    const columns: RegistryTable["columns"] = {};
    for (const field of FIELDS) {
      for (const header of HEADERS[field]) {
        const column = keys.indexOf(headerKey(header));
        if (column < 0) continue;
        columns[field] = column + 1;
        break;
      }
    }
    const kind = kindOf(columns);
    if (kind === null) continue;
    const named = Object.entries(columns).map(([field, column]) => [field, texts[column - 1] ?? ""]);
    return { kind, headerRow: index + 1, columns, headers: Object.fromEntries(named) };
  }
  return null;
}

function kindOf(columns: RegistryTable["columns"]): TableKind | null {
  if (columns.login === undefined) return null;
  if (columns.class !== undefined || (columns.grade !== undefined && columns.letter !== undefined))
    return "classes";
  return columns.name !== undefined || columns.fullName !== undefined || columns.municipality !== undefined
    ? "schools"
    : null;
}
