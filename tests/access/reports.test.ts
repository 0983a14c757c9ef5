import { beforeAll, describe, expect, it } from "vitest";
import { permissions, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import {
  createReport,
  deleteReport,
  editReport,
  publishReport,
  withdrawReport,
} from "#lib/reports/commands.ts";
import { findPublished, findSnapshot, listPublished } from "#lib/reports/public-queries.ts";
import { getDraft, getReportStart, listReports } from "#lib/reports/queries.ts";
import { bring } from "#tests/reports/results.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-05-20T09:00:00Z");
let own: SmallRegion;
/** Reports about the first school, its municipality and its region. */
const reports = { school: 0, municipality: 0, region: 0 };
const slugs = { school: "", municipality: "", region: "" };
const viewers: Record<string, Viewer> = {};

beforeAll(async () => {
  await testDatabase();
  own = await smallRegion();
  const foreign = await smallRegion();
  const [school, neighbour] = own.schoolIds;
  const [municipality, otherMunicipality] = own.municipalityIds;
  Object.assign(viewers, {
    "signed out": publicViewer,
    "teacher of the school": await person("teacher", { schoolId: school }),
    "deputy of the school": await person("deputy", { schoolId: school }),
    "head of the school": await person("head", { schoolId: school }),
    "deputy of a neighbour": await person("deputy", { schoolId: neighbour }),
    "head of a neighbour": await person("head", { schoolId: neighbour }),
    "head of a foreign school": await person("head", { schoolId: foreign.schoolIds[0] }),
    "own municipality": await person("municipality", { municipalityId: municipality }),
    "other municipality": await person("municipality", { municipalityId: otherMunicipality }),
    "own region": await person("region", { regionId: own.regionId }),
    "foreign region": await person("region", { regionId: foreign.regionId }),
    "expert of the region": await person("expert", { regionId: own.regionId }),
    administrator: await person("admin"),
  });
  await bring(own, school, [12, 20, 15, 13], now);
  for (const [kind, id] of [
    ["school", school],
    ["municipality", municipality],
    ["region", own.regionId],
  ] as const) {
    const unit = { kind, id };
    const made = await createReport(viewers.administrator!, { unit, year: 2025, title: "Отчёт" }, now);
    reports[kind] = made.reportId;
    slugs[kind] = (await getDraft(viewers.administrator!, made.reportId)).slug;
  }
});

const outcome = async (work: () => Promise<unknown>) => {
  try {
    await work();
    return "answered";
  } catch (error) {
    return (error as Error).message.split(":")[0];
  }
};

describe("verbs of reports", () => {
  it.each([
    ["reports.read", "admin region municipality head deputy expert"],
    ["reports.draft", "admin region municipality head deputy"],
    ["reports.publish", "admin region municipality head"],
  ] as const)("%s is for %s", (permission, allowed) => {
    expect(
      roles.filter((role) => (permissions[permission] as readonly string[]).includes(role)).join(" "),
    ).toBe(allowed);
  });

  const calls: Record<string, (who: Viewer) => Promise<unknown>> = {
    listReports: async (who) => listReports(who),
    getDraft: async (who) => getDraft(who, reports.school),
    getReportStart: async (who) => getReportStart(who),
    createReport: (who) =>
      createReport(who, { unit: { kind: "school", id: own.schoolIds[0] }, year: 2025, title: "Отчёт" }, now),
    editReport: (who) =>
      editReport(
        who,
        { reportId: reports.school, version: 0, title: "Отчёт", foreword: "", workIds: [] },
        now,
      ),
    deleteReport: (who) => deleteReport(who, { reportId: reports.school, version: 0 }, now),
    publishReport: (who) =>
      publishReport(who, { reportId: reports.school, version: 0, note: "", confirmed: [] }, now),
    withdrawReport: (who) =>
      withdrawReport(who, { reportId: reports.school, edition: 99, reason: "Проверка прав" }, now),
  };
  const refused: Record<string, string> = {
    "signed out": "notSignedIn",
    "teacher of the school": "forbidden",
    "deputy of a neighbour": "notFound",
    "head of a neighbour": "notFound",
    "head of a foreign school": "notFound",
    "other municipality": "notFound",
    "foreign region": "notFound",
  };
  const lists = ["listReports", "getReportStart"];
  const publishing = ["publishReport", "withdrawReport"];

  describe.each(Object.keys(calls))("%s", (name) => {
    it.each(Object.entries(refused))("%s: %s", async (who, expected) => {
      const verb = who === "deputy of a neighbour" && publishing.includes(name) ? "forbidden" : expected;
      const asked = await outcome(() => calls[name]!(viewers[who]!));
      expect(asked).toBe(lists.includes(name) && expected === "notFound" ? "answered" : verb);
    });

    it("an expert reads only", async () => {
      const asked = await outcome(() => calls[name]!(viewers["expert of the region"]!));
      expect(asked).toBe(["listReports", "getDraft"].includes(name) ? "answered" : "forbidden");
    });

    it("a deputy of the school prepares but does not publish", async () => {
      const asked = await outcome(() => calls[name]!(viewers["deputy of the school"]!));
      expect(asked === "forbidden").toBe(publishing.includes(name));
    });
  });
});

describe("rows of reports", () => {
  const seen = async (who: string) => {
    const { rows } = await listReports(viewers[who]!);
    return (["school", "municipality", "region"] as const)
      .filter((kind) => rows.some((row) => row.id === reports[kind]))
      .join(" ");
  };

  it.each([
    ["deputy of the school", "school"],
    ["head of the school", "school"],
    ["head of a neighbour", ""],
    ["head of a foreign school", ""],
    ["own municipality", "school municipality"],
    ["other municipality", ""],
    ["own region", "school municipality region"],
    ["foreign region", ""],
    ["expert of the region", "school municipality region"],
    ["administrator", "school municipality region"],
  ])("%s sees: %s", async (who, expected) => {
    expect(await seen(who)).toBe(expected);
  });

  it("a stranger cannot tell another's draft from a missing one", async () => {
    for (const id of [reports.school, reports.municipality, 999_999])
      await expect(getDraft(viewers["head of a foreign school"]!, id)).rejects.toMatchObject({
        kind: "notFound",
        messageKey: "notFound",
      });
  });

  it.each([
    ["head of the school", "municipality"],
    ["head of the school", "region"],
    ["own municipality", "region"],
    ["other municipality", "municipality"],
    ["foreign region", "municipality"],
    ["foreign region", "region"],
    ["head of a neighbour", "school"],
  ] as const)("%s starts no report about the %s", async (who, kind) => {
    const id = { school: own.schoolIds[0], municipality: own.municipalityIds[0], region: own.regionId }[kind];
    const start = createReport(viewers[who]!, { unit: { kind, id }, year: 2025, title: "Отчёт" }, now);
    await expect(start).rejects.toMatchObject({ kind: "notFound" });
  });

  it("a report may be started about the own unit and what belongs to it", async () => {
    const units = async (who: string) =>
      (await getReportStart(viewers[who]!)).units.map(({ kind }) => kind).join(" ");
    expect(await units("head of the school")).toBe("school");
    expect(await units("own municipality")).toBe("municipality school school");
    expect(await units("own region")).toBe("region municipality municipality school school school");
  });

  it("the public finds no draft, under no address and in no list", async () => {
    for (const slug of Object.values(slugs)) expect(await findPublished(slug)).toBeNull();
    for (const id of Object.values(reports)) expect(await findSnapshot(id, 1)).toBeNull();
    expect(await listPublished("all")).toEqual([]);
  });
});
