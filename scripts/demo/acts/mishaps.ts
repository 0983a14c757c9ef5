import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { applyReport } from "#lib/reported/apply-commands.ts";
import { stageReport } from "#lib/reported/stage-commands.ts";
import { undoImport } from "#lib/results/apply-commands.ts";
import type { Delivery } from "../deliveries.ts";
import { withDirt } from "../dirt.ts";
import { type DemoFile, type DemoWorld, deliveredFile, formSheets, subjectName } from "../form-file.ts";
import { collection2025 } from "../forms/collection-2025.ts";
import { collection2026 } from "../forms/collection-2026.ts";
import { individualResults } from "../forms/individual-results.ts";
import { marksStatistics } from "../forms/marks-statistics.ts";
import { schoolOf } from "../region.ts";
import { present, resultsOf } from "../results.ts";
import { workOf } from "../works.ts";
import { type Act, viewerOf } from "./act.ts";
import { bring, bringForReview, givenFor } from "./imports.ts";

/** Files that go another way than straight in: taken back, brought twice, corrected, refused, left in review. */
export function mishaps(world: DemoWorld): Act[] {
  const delivery = (form: Delivery["form"], work: string, login: string): Delivery => ({
    at: "2026-05-12T09:00",
    by: "",
    form,
    work,
    logins: [login],
  });
  const unfinished = delivery("D", "VPR-2025-RU-5", "980007");
  const again = delivery("D", "VPR-2025-RU-5", "980001");
  const first = delivery("E", "VPR-2026-RU-4", "980007");
  const open = delivery("E", "VPR-2026-MA-4", "980020");
  const dirty = delivery("T", "REG-2026A-MA-4", "980032");
  return [
    {
      // Only two of three classes were in the form: taken back, and brought whole ten minutes later.
      at: "2025-05-06T16:10",
      run: async (cast, now) => {
        const file = unfinishedForm(world, unfinished);
        const importId = await bring(cast, "deputy7", file, givenFor(cast, unfinished), "applied", now);
        await undoImport(viewerOf(cast, "deputy7"), importId, new Date(now.getTime() + 20 * 60_000));
      },
    },
    {
      at: "2025-05-06T14:20",
      run: async (cast, now) => {
        await bring(cast, "deputy1", deliveredFile(world, again), givenFor(cast, again), "unchanged", now);
      },
    },
    {
      // Corrected half an hour later by the form that everybody expects.
      at: "2026-04-28T14:20",
      run: async (cast, now) => {
        await bring(cast, "deputy7", firstForm(world, first), givenFor(cast, first), "applied", now);
      },
    },
    {
      at: "2026-05-22T09:40",
      run: async (cast, now) => {
        // Counted before the last pupil was added: the comparison shows the difference.
        const file = statistics(world, "VPR-2026-RU-4", "980020");
        const importId = await bring(cast, "deputy20", file, {}, "report", now);
        await stageReport(viewerOf(cast, "deputy20"), importId);
        await applyReport(viewerOf(cast, "deputy20"), importId, now);
      },
    },
    {
      // Nobody said which year it is, and the works of both years have the same tasks.
      at: "2026-05-14T17:30",
      run: async (cast, now) => {
        await bring(cast, "deputy20", deliveredFile(world, open), {}, "review", now);
      },
    },
    {
      at: "2026-11-18T13:30",
      run: async (cast, now) => {
        const { name } = deliveredFile(world, dirty);
        const sheets = formSheets(world, dirty).map((sheet, i) => (i === 0 ? withDirt(sheet) : sheet));
        await bringForReview(viewerOf(cast, "deputy32"), { name, bytes: writeXlsx(sheets) }, {}, now);
      },
    },
    {
      at: "2026-11-19T10:05",
      run: async (cast, now) => {
        await bringForReview(
          viewerOf(cast, "lesnoy"),
          withStranger(world, "VPR-2026-RU-5", "980022"),
          {},
          now,
        );
      },
    },
  ];
}

function unfinishedForm(world: DemoWorld, { work: code, logins }: Delivery): DemoFile {
  const work = workOf(world.works, code);
  const rows = resultsOf(work, schoolOf(world.region, logins[0] ?? ""));
  const last = Math.max(...rows.map((row) => row.classNumber));
  const sheets = collection2025(
    work,
    rows.filter((row) => row.classNumber < last),
  );
  return { name: world.t("files.unfinished", labels(world, code)), bytes: writeXlsx(sheets) };
}

/** The form before the deputy head compared it with the journal: some journal marks are missing. */
function firstForm(world: DemoWorld, { work: code, logins }: Delivery): DemoFile {
  const work = workOf(world.works, code);
  const rows = resultsOf(work, schoolOf(world.region, logins[0] ?? ""));
  const early = rows.map((row, i) => (i % 17 === 3 ? { ...row, journal: null } : row));
  return {
    name: world.t("files.first", { ...labels(world, code), subject: subjectName(work).replaceAll(" ", "_") }),
    bytes: writeXlsx(collection2026(work, early)),
  };
}

function statistics(world: DemoWorld, code: string, login: string): DemoFile {
  const work = workOf(world.works, code);
  const school = schoolOf(world.region, login);
  const early = present(resultsOf(work, school)).slice(0, -1);
  const sheets = marksStatistics(work, subjectName(work), school, early, "21.05.2026");
  return { name: world.t("files.marks", labels(world, code)), bytes: writeXlsx(sheets) };
}

/** A protocol in which one school is not in the registry. */
function withStranger(world: DemoWorld, code: string, login: string): DemoFile {
  const work = workOf(world.works, code);
  const school = schoolOf(world.region, login);
  const rows = resultsOf(work, school);
  const stranger = { login: "980099", name: school.name.replace(/«.+»/, "«Дальняя ООШ»") };
  const municipality = world.region.municipalities.find((one) => one.code === school.municipality);
  const sheets = individualResults(
    work,
    subjectName(work),
    municipality?.shortName ?? "",
    [
      { school, rows },
      { school: stranger, rows: rows.slice(0, 6) },
    ],
    "18.11.2026",
  );
  const name = world.t("files.F", { ...labels(world, code), place: municipality?.shortName ?? "" });
  return { name, bytes: writeXlsx(sheets) };
}

function labels({ works }: DemoWorld, code: string): Record<string, string> {
  const work = workOf(works, code);
  return { year: String(work.year), subject: subjectName(work), grade: String(work.gradeTested) };
}
