import { parseDecimal, parseStoredNumber, parseWholeNumber } from "#lib/platform/workbook/numbers.ts";
import type { RegistryField } from "./registry-columns.ts";
import type { RegistryRow } from "./registry-file.ts";
import type { RegistryFindingCode, SchoolLine } from "./registry-reading.ts";
import { kindOfWord, localityOfWord, yesOrNo } from "./registry-words.ts";
import { loginDigits, roundDegrees } from "./rules.ts";

const MOST_PUPILS = 100_000;

/** A line of a table of schools, or null when it has no usable login. A cell that cannot be read leaves its value unsaid. */
export function readSchoolRow(row: RegistryRow): SchoolLine | null {
  const login = readLoginCell(row);
  if (login === null) return null;
  const fullName = row.text("fullName");
  const kind = known(row, "kind", kindOfWord, "kindUnknown");
  const stated = known(row, "correctional", yesOrNo, "yesOrNoUnknown");
  return {
    ...row.place,
    login,
    name: row.text("name") || (row.has("name") ? "" : fullName),
    fullName,
    kind,
    municipality: row.text("municipality"),
    municipalityCode: row.text("municipalityCode"),
    locality: row.text("locality"),
    localityKind: known(row, "localityKind", localityOfWord, "localityUnknown"),
    pupils: readPupils(row, MOST_PUPILS),
    correctional: stated ?? (kind === "special" ? true : null),
    ...readCoordinates(row),
  };
}

/** The login of a line; what is wrong with it is found here for both tables. */
export function readLoginCell(row: RegistryRow): string | null {
  const printed = row.text("login");
  if (printed === "") {
    row.find("error", "loginMissing", "login");
    return null;
  }
  const login = loginDigits(printed);
  // A number that lost its zero (region 01…09) is not repaired: five digits may as well be a slip.
  if (login === null) row.find("error", /^\d{5}$/.test(printed) ? "loginShort" : "loginWrong", "login");
  return login;
}

/** A number of pupils; blank is not said, anything but a whole number from 0 is refused. */
export function readPupils(row: RegistryRow, most: number): number | null {
  const printed = row.text("pupils");
  if (printed === "") return null;
  const number = row.isStored("pupils") ? parseStoredNumber(printed) : parseWholeNumber(printed);
  if (number.ok && Number.isInteger(number.value) && number.value >= 0 && number.value <= most)
    return number.value;
  row.find("error", "pupilsWrong", "pupils", { most });
  return null;
}

function readCoordinates(row: RegistryRow): { latitude: number | null; longitude: number | null } {
  const none = { latitude: null, longitude: null };
  if (!row.has("latitude") || !row.has("longitude")) return none;
  if (row.text("latitude") === "" && row.text("longitude") === "") {
    row.find("note", "coordinatesMissing", "latitude");
    return none;
  }
  const latitude = readDegrees(row, "latitude", 90);
  const longitude = readDegrees(row, "longitude", 180);
  return latitude === null || longitude === null ? none : { latitude, longitude };
}

function readDegrees(row: RegistryRow, field: "latitude" | "longitude", most: number): number | null {
  const printed = row.text(field);
  const number = row.isStored(field) ? parseStoredNumber(printed) : parseDecimal(printed);
  if (number.ok && number.note !== "percentSign" && Math.abs(number.value) <= most)
    return roundDegrees(number.value);
  row.find("error", "degreesWrong", field, { most });
  return null;
}

function known<T>(
  row: RegistryRow,
  field: RegistryField,
  read: (text: string) => T | null,
  code: RegistryFindingCode,
): T | null {
  const printed = row.text(field);
  if (printed === "") return null;
  const value = read(printed);
  if (value === null) row.find("warning", code, field);
  return value;
}
