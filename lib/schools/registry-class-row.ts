import { type ClassLabel, classLabelParts, classOfCells, schoolYearStart } from "./class-rules.ts";
import type { RegistryRow } from "./registry-file.ts";
import type { ClassLine } from "./registry-reading.ts";
import { readLoginCell, readPupils } from "./registry-school-row.ts";

const MOST_PUPILS = 99;

/** A line of a table of classes, or null when school, year or class cannot be read. The year may stand in the sheet's name. */
export function readClassRow(row: RegistryRow, sheetName: string): ClassLine | null {
  const login = readLoginCell(row);
  const year = schoolYearStart(row.has("year") ? row.text("year") : sheetName);
  if (year === null)
    row.find("error", row.has("year") ? "yearWrong" : "yearMissing", row.has("year") ? "year" : null);
  const one = readClass(row);
  if (login === null || year === null || one === null) return null;
  return {
    ...row.place,
    login,
    year,
    grade: one.grade,
    label: one.label,
    pupils: readPupils(row, MOST_PUPILS),
  };
}

/** The class from its own cell, from parallel and letter, or from both when they agree. A blank letter says nothing against «4А». */
function readClass(row: RegistryRow): ClassLabel | null {
  const printed = row.text("class");
  const letter = row.text("letter");
  const whole = printed === "" ? null : classLabelParts(printed);
  const parts = row.text("grade") === "" ? null : classOfCells(row.text("grade"), letter);
  if (whole && parts && (whole.grade !== parts.grade || (letter !== "" && whole.label !== parts.label))) {
    row.find("error", "classDisagrees", "class", { parts: parts.label });
    return null;
  }
  const one = whole ?? (printed === "" ? parts : null);
  if (one === null) row.find("error", "classWrong", row.has("class") ? "class" : "grade");
  return one;
}
