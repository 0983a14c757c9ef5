import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { withDirt } from "./dirt.ts";
import { type DemoFile, type DemoWorld, formSheets, subjectName } from "./form-file.ts";
import { marksStatistics } from "./forms/marks-statistics.ts";
import { selfEvaluation } from "./forms/self-evaluation.ts";
import { schoolOf } from "./region.ts";
import { present, resultsOf } from "./results.ts";
import { workOf } from "./works.ts";

/** The school whose deputy head makes the tour, and a neighbour whose results are none of its business. */
export const TOUR_SCHOOL = "980007";
const NEIGHBOUR = "980001";

/**
 * Files to try uploading as the deputy head of the tour school: good ones that are still missing, the same with slips, the
 * same again, a table that has no results, another school's protocol, and a report of ready totals that counted one pupil less.
 */
export function tourFiles(world: DemoWorld): DemoFile[] {
  const { works, t } = world;
  const named = (key: string, code: string, bytes: Uint8Array): DemoFile => {
    const work = workOf(works, code);
    return {
      name: t(`tour.${key}`, { subject: subjectName(work), grade: String(work.gradeWriting) }),
      bytes,
    };
  };
  const sheets = (form: "E" | "F" | "T", work: string, login: string) =>
    formSheets(world, { at: "2026-05-12T09:00", by: "", form, work, logins: [login] });
  const good = writeXlsx(sheets("E", "VPR-2026-RU-5", TOUR_SCHOOL));
  const dirty = sheets("T", "REG-2026A-MA-4", TOUR_SCHOOL).map((sheet, i) =>
    i === 0 ? withDirt(sheet) : sheet,
  );
  const ru4 = workOf(works, "VPR-2026-RU-4");
  const school = schoolOf(world.region, TOUR_SCHOOL);
  const taken = present(resultsOf(ru4, school));
  const last = taken.findLast(({ printedMark }) => printedMark === 5);
  const early = taken.filter((row) => row !== last);
  const marks = marksStatistics(ru4, subjectName(ru4), school, early, "12.05.2026");
  return [
    named("good", "VPR-2026-RU-5", good),
    named("dirty", "REG-2026A-MA-4", writeXlsx(dirty)),
    named("repeated", "VPR-2026-RU-5", good),
    named("wrongForm", ru4.code, writeXlsx(selfEvaluation(school, 512))),
    named("foreign", ru4.code, writeXlsx(sheets("F", ru4.code, NEIGHBOUR))),
    named("report", ru4.code, writeXlsx(marks)),
  ];
}
