import type { ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { writeCsv } from "#lib/platform/spreadsheet-export/write-csv.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { type Translate, translator } from "#messages/translate.ts";
import type { Delivery } from "./deliveries.ts";
import { collection2025 } from "./forms/collection-2025.ts";
import { collection2026 } from "./forms/collection-2026.ts";
import { individualResults, type SchoolRows } from "./forms/individual-results.ts";
import { regional } from "./forms/regional.ts";
import { filledTemplate, filledTemplateLines } from "./forms/template.ts";
import { type DemoRegion, type DemoSchool, schoolOf } from "./region.ts";
import { present, resultsOf } from "./results.ts";
import { type DemoWork, workOf } from "./works.ts";

export interface DemoFile {
  name: string;
  bytes: Uint8Array;
}

/** The region, its works and its words: what files are written from. */
export interface DemoWorld {
  region: DemoRegion;
  works: readonly DemoWork[];
  /** namespace `demo` */
  t: Translate;
}

/** The file of a delivery, as the person who brings it has it. */
export function deliveredFile(world: DemoWorld, delivery: Delivery): DemoFile {
  const work = workOf(world.works, delivery.work);
  const name = fileName(world, work, delivery);
  if (delivery.form === "csv") {
    const [school] = schoolsOf(world, delivery);
    if (!school) throw new Error("A template is about one school");
    return {
      name,
      bytes: writeCsv(filledTemplateLines(work, school, resultsOf(work, school)), { separator: ";" }),
    };
  }
  return { name, bytes: writeXlsx(formSheets(world, delivery)) };
}

/** The sheets of a delivery in an xlsx form. */
export function formSheets(world: DemoWorld, delivery: Delivery): ExportSheet[] {
  const { region } = world;
  const work = workOf(world.works, delivery.work);
  const schools = schoolsOf(world, delivery);
  const [first] = schools;
  if (!first) throw new Error(`A file of ${delivery.work} without schools`);
  const rows = resultsOf(work, first);
  switch (delivery.form) {
    case "C":
      return regional(
        work,
        region,
        municipalityOf(region, first),
        schools.map((school) => ({
          school: { login: school.login, name: school.formerly || school.name },
          rows: resultsOf(work, school),
        })),
        `${printedDay(delivery.at)} 09:${delivery.at.slice(-2)}:12`,
      );
    case "D":
      return collection2025(work, rows);
    case "E":
      return collection2026(work, rows);
    case "F":
      return individualResults(
        work,
        subjectName(work),
        municipalityOf(region, first).shortName,
        schools.map((school) => inList(work, school)),
        printedDay(delivery.at),
      );
    default:
      return filledTemplate(work, first, rows);
  }
}

/** Name of the subject as forms print it. */
export function subjectName({ subject }: Pick<DemoWork, "subject">): string {
  return translator("ru", "assessments")(`subject.${subject}`);
}

/** `14.05.2026` of a local time. */
export function printedDay(at: string): string {
  return at.slice(0, 10).split("-").reverse().join(".");
}

/** One school says one participant more than it lists. */
function inList(work: DemoWork, school: DemoSchool): SchoolRows {
  const rows = resultsOf(work, school);
  const isOther = school.feature === "declaredOther" && work.code === "VPR-2026-MA-4";
  return isOther ? { school, rows, declared: present(rows).length + 1 } : { school, rows };
}

function fileName({ region, t }: DemoWorld, work: DemoWork, { form, logins }: Delivery): string {
  const school = schoolOf(region, logins[0] ?? "");
  return t(`files.${form}`, {
    year: String(work.year),
    subject: form === "E" ? subjectName(work).replaceAll(" ", "_") : subjectName(work),
    grade: String(work.gradeTested),
    place: municipalityOf(region, school).shortName,
    code: work.code,
    login: school.login,
  });
}

function schoolsOf({ region }: DemoWorld, { logins }: Delivery): DemoSchool[] {
  return logins.map((login) => schoolOf(region, login));
}

function municipalityOf(region: DemoRegion, school: DemoSchool) {
  const municipality = region.municipalities.find(({ code }) => code === school.municipality);
  if (!municipality) throw new Error(`No municipality ${school.municipality}`);
  return municipality;
}
