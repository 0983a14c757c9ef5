import fc from "fast-check";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";

/** A file as it comes in. */
export interface FuzzFile {
  bytes: Uint8Array;
  name: string;
}

const names = fc.constantFrom(
  "x.csv",
  "x.xlsx",
  "x.xls",
  "x.ods",
  "ВПР 2024. Математика, 4 класс.xlsx",
  "edu970001.csv",
  "",
);
const heads = fc.constantFrom(
  [],
  [0x50, 0x4b, 3, 4],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
);

/** Bytes of any kind behind the first bytes of a known kind of file. */
export const anyFile: fc.Arbitrary<FuzzFile> = fc
  .tuple(heads, fc.uint8Array({ maxLength: 4_000 }), names)
  .map(([head, tail, name]) => ({ bytes: Uint8Array.from([...head, ...tail]), name }));

const cell = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "X",
      "Х",
      "?",
      "не пройд.",
      "отсутствовал",
      "нет",
      "4А",
      "НЕТ",
      "00101",
      "edu970001",
      "#REF!",
      "1,5",
      "−3",
    ],
    ...[
      "Код участника",
      "Класс",
      "Вариант",
      "Первичный балл",
      "Отметка",
      "Отметка по журналу",
      "Итого баллов",
      "Код",
      "ОО",
    ],
    ...[
      "1 (3б)",
      "2 (1б)",
      "3 (1б)",
      "1К1",
      "2",
      "логин школы",
      "всего баллов",
      "балл за 1",
      "Пользователь",
      "ФИО",
      "№",
    ],
    ...[
      "Порядковый номер класса",
      "Вариант (часть 1)",
      "Наименование класса",
      "Иванова Анна",
      "ВПР 2024 Математика 4 класс",
    ],
    "Группы участников",
    "\u200b",
  ),
  fc.integer({ min: -3, max: 99_999 }),
  fc.string({ maxLength: 8, unit: "binary" }),
);
const table = fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 14 });

/** Cells of any kind in a text table or a workbook; many of them are the words by which forms are known. */
export const anyTable: fc.Arbitrary<FuzzFile> = fc
  .tuple(table, fc.constantFrom(";", ",", "\t", "xlsx"), names)
  .map(([rows, packing, name]) => {
    if (packing !== "xlsx") {
      const text = rows.map((row) => row.join(packing)).join("\r\n");
      return { bytes: new TextEncoder().encode(text), name };
    }
    const width = Math.max(1, ...rows.map((row) => row.length));
    const columns = Array.from({ length: width }, () => ({ header: "", width: 10 }));
    return { bytes: writeXlsx([{ name: "Протокол", columns, rows }]), name };
  });
