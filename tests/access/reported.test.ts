import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { idle } from "#lib/platform/access/form-state.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import * as actions from "#lib/reported/actions.ts";
import { answerReport } from "#lib/reported/answer-commands.ts";
import { applyReport, undoReport } from "#lib/reported/apply-commands.ts";
import { getComparison, hasReportedFigures, listComparedUnits } from "#lib/reported/comparison-queries.ts";
import { getExamComparison, hasReportedExam } from "#lib/reported/exam-comparison-queries.ts";
import { decideName } from "#lib/reported/name-commands.ts";
import { listPrintedNames } from "#lib/reported/name-queries.ts";
import { getReportImport, listReported } from "#lib/reported/queries.ts";
import { applyReadyDrop } from "#lib/reported/ready-commands.ts";
import type { ReportUnit } from "#lib/reported/schema.ts";
import { stageReport } from "#lib/reported/stage-commands.ts";
import { listTable } from "#lib/reported/table-queries.ts";
import { likeMissing, outcome, refusedToOthers, sessionCookie } from "#tests/access/asking.ts";
import { bringReport } from "#tests/reported/brought-reports.ts";
import { deputyOf, now, referenceRegion, workIdOf } from "#tests/results/brought.ts";
import { asSystem, person } from "#tests/support/registry.ts";

// What a browser would send along; Next's own modules have no request here.
let cookie: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name === "portal-session" && cookie ? { value: cookie } : undefined),
  }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const NAME = 'МБОУ "СОШ № 1"';
const PLACE = "г. Лугогорск";
let owner: Viewer & { schoolId: number };
let neighbour: Viewer & { schoolId: number };
let region: Viewer;
let regionId: number;
let municipalityId: number;
let otherMunicipality: Viewer;
let teacher: Viewer;
let expert: Viewer;
let workId: number;
let id: number;
let tableId: number;

beforeAll(async () => {
  ({ region, regionId } = await referenceRegion());
  owner = await deputyOf("970021");
  neighbour = await deputyOf("970022");
  workId = await workIdOf("RU", 4);
  const school = await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { id: owner.schoolId } }));
  municipalityId = school.municipalityId;
  const other = await asSystem((tx) =>
    tx.municipality.findFirstOrThrow({ where: { id: { not: municipalityId } } }),
  );
  otherMunicipality = await person("municipality", { municipalityId: other.id });
  teacher = await person("teacher", { schoolId: owner.schoolId, classLabels: ["2023:4А"] });
  expert = await person("expert", { regionId });
  id = await bringReport(owner, "Ф3");
  tableId = await bringReport(region, "ЕГЭ по школам");
  await applyReport(region, tableId, now);
});

/** Everything that reads or changes one report that was brought. */
const ofImport: Record<string, (who: Viewer, importId: number) => unknown> = {
  getReportImport: (who, importId) => getReportImport(who, importId),
  applyReport: (who, importId) => applyReport(who, importId, now),
  undoReport: (who, importId) => undoReport(who, importId, now),
  answerReport: (who, importId) => answerReport(who, importId, {}, now),
};
/** What needs the right to bring results. */
const bringing: Record<string, (who: Viewer) => unknown> = {
  listPrintedNames: (who) => listPrintedNames(who, { page: 1 }),
  decideName: (who) => decideName(who, { name: "x", place: "", schoolId: null }, now),
  applyReadyDrop: (who) => applyReadyDrop(who, { from: 1, to: 2 }, now),
  stageReport: (who) => stageReport(who, 999_999),
};
/** What everybody who reads the analysis may ask, of what is in sight. */
const reading: Record<string, (who: Viewer) => unknown> = {
  listReported: (who) => listReported(who),
  listComparedUnits: (who) => listComparedUnits(who, workId),
  listTable: (who) => listTable(who, { exam: "ege", year: 2023, page: 1 }),
  getExamComparison: (who) => getExamComparison(who, { year: 2023, subject: "RU", page: 1 }),
  hasReportedExam: (who) => hasReportedExam(who, 2023, "RU"),
  getComparison: (who) => getComparison(who, { kind: "school", id: owner.schoolId }, workId),
  hasReportedFigures: (who) => hasReportedFigures(who, { kind: "school", id: owner.schoolId }, workId),
};

describe("a report that was brought", () => {
  const askers = () => ({ strangers: { neighbour, otherMunicipality }, unfit: { teacher, expert } });
  refusedToOthers(ofImport, askers, () => id);
  likeMissing(ofImport, askers, () => id);

  it("is left untouched by all of these attempts", async () => {
    expect((await getReportImport(owner, id)).state).toBe("ready");
    expect(await stageReport(neighbour, id)).toBeNull();
    expect(await applyReadyDrop(neighbour, { from: id, to: id }, now)).toMatchObject({ applied: 0 });
  });
});

describe("reported figures", () => {
  it.each(Object.entries(bringing))("%s is for those who administer", async (_name, call) => {
    for (const who of [teacher, expert]) expect(await outcome(() => call(who))).toBe("forbidden");
    expect(await outcome(() => call(publicViewer))).toBe("notSignedIn");
  });

  it.each(Object.entries(reading))("%s sends a stranger to sign in", async (_name, call) => {
    expect(await outcome(() => call(publicViewer))).toBe("notSignedIn");
  });

  it("of a school are compared by whoever sees the school, and nobody else", async () => {
    await applyReport(owner, id, now);
    const ask = (who: Viewer) =>
      outcome(() => getComparison(who, { kind: "school", id: owner.schoolId }, workId));
    for (const who of [owner, teacher, region, expert]) expect(await ask(who)).toBe("answered");
    for (const who of [neighbour, otherMunicipality]) expect(await ask(who)).toBe("notFound");
    const own = await getComparison(owner, { kind: "school", id: owner.schoolId }, workId);
    expect(own.figures.length).toBeGreaterThan(0);
    expect((await getComparison(expert, own.unit, workId)).sources[0]?.name).toBe(own.sources[0]?.name);
  });

  it("of an area are compared by whom the area is open to, whoever brought them", async () => {
    const area: ReportUnit = { kind: "municipality", id: municipalityId };
    expect(await outcome(() => getComparison(owner, area, workId))).toBe("notFound");
    expect(await outcome(() => getComparison(otherMunicipality, area, workId))).toBe("notFound");
    expect(await outcome(() => getComparison(region, { kind: "region", id: regionId }, workId))).toBe(
      "answered",
    );
    expect(
      await outcome(() => getComparison(otherMunicipality, { kind: "region", id: regionId }, workId)),
    ).toBe("notFound");
  });

  it("of a school that is known by its printed name are seen by those who see the table", async () => {
    const lines = async (who: Viewer) =>
      (await listTable(who, { exam: "ege", year: 2023, page: 1 })).lines.filter(
        ({ kind }) => kind === "school",
      );
    expect((await lines(region)).length).toBeGreaterThan(0);
    for (const who of [owner, teacher, otherMunicipality]) expect(await lines(who)).toEqual([]);
  });

  it("of an exam are compared as the table is seen: its schools by the office, its totals by all", async () => {
    const compared = async (who: Viewer) =>
      (await getExamComparison(who, { year: 2023, subject: "RU", page: 1 })).units;
    const all = await compared(region);
    expect(all.some(({ kind }) => kind === "school")).toBe(true);
    // The portal has no protocols here: a printed number is compared with nothing, and nothing is not 0.
    const figures = all.flatMap((unit) => unit.figures);
    expect(figures.some(({ verdict }) => verdict === "noComputed")).toBe(true);
    expect(figures.some(({ verdict }) => verdict === "equal" || verdict === "differs")).toBe(false);
    for (const who of [owner, teacher, otherMunicipality])
      expect((await compared(who)).filter(({ kind }) => kind === "school")).toEqual([]);
  });

  it("are given to a school by whoever sees both the table and the school", async () => {
    const first = await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { login: "970001" } }));
    const decision = { name: NAME, place: PLACE, schoolId: first.id };
    expect(await outcome(() => decideName(owner, decision, now))).toBe("notFound");
    expect(await outcome(() => decideName(region, { ...decision, schoolId: 999_999 }, now))).toBe("notFound");
    const { figures } = await decideName(region, decision, now);
    expect(figures).toBeGreaterThan(0);
    const deputy = await deputyOf("970001");
    const seen = await listTable(deputy, { exam: "ege", year: 2023, page: 1 });
    expect(seen.lines.filter(({ kind }) => kind === "school").map(({ name }) => name)).toEqual([NAME]);
    expect(await decideName(region, { ...decision, schoolId: null }, now)).toEqual({ figures });
    const after = await listTable(deputy, { exam: "ege", year: 2023, page: 1 });
    expect(after.lines.filter(({ kind }) => kind === "school")).toEqual([]);
  });
});

/** The cookie of a session of this person; null signs out. */
async function signIn(who: Viewer | null): Promise<void> {
  cookie = await sessionCookie(who, now);
}

describe("actions", () => {
  beforeEach(() => signIn(null));
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const inputs: Record<keyof typeof actions, () => FormData> = {
    applyReportAction: () => form({ importId: String(id) }),
    undoReportAction: () => form({ importId: String(id) }),
    answerReportAction: () => form({ importId: String(id) }),
    decideNameAction: () => form({ name: NAME, place: PLACE, schoolId: "" }),
    applyReadyDropAction: () => form({ from: String(id), to: String(id) }),
  };
  const all = new Map(Object.entries(actions));
  const names = [...all.keys()] as (keyof typeof actions)[];
  const send = (name: keyof typeof actions, data: FormData) => all.get(name)!(idle, data);

  it.each(names)("%s refuses the signed-out, a teacher, and everybody else's report", async (name) => {
    const call = () => send(name, inputs[name]());
    expect(await call()).toMatchObject({ status: "refused", messageKey: "notSignedIn" });
    await signIn(teacher);
    expect(await call()).toMatchObject({ status: "refused", messageKey: "forbidden" });
    await signIn(neighbour);
    const answer = await call();
    if (name === "applyReadyDropAction")
      expect(answer).toMatchObject({ status: "done", params: { applied: 0 } });
    else expect(answer).toMatchObject({ status: "refused", messageKey: "notFound" });
  });

  it.each(names)("%s answers wrong input with the fields that are wrong", async (name) => {
    await signIn(owner);
    const wrong = { importId: "1; DROP", from: "x", to: "y", name: "", place: "", schoolId: "x" };
    expect(await send(name, form(wrong))).toMatchObject({ status: "invalid" });
  });
});
