import { readdirSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getFindings } from "#app/api/imports/[importId]/findings/route.ts";
import { GET as getTemplate } from "#app/api/imports/template/route.ts";
import { POST as upload } from "#app/api/uploads/route.ts";
import { idle } from "#lib/platform/access/form-state.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { env, provide } from "#lib/platform/env.ts";
import * as actions from "#lib/results/actions.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { applyOrStart, applyStarted } from "#lib/results/applying-commands.ts";
import { describeFromHeader } from "#lib/results/describe-commands.ts";
import { getFileLines, listFindings, readFindings } from "#lib/results/finding-queries.ts";
import { importFile } from "#lib/results/import-commands.ts";
import { listDrop, listImports } from "#lib/results/import-list-queries.ts";
import { getImport } from "#lib/results/import-queries.ts";
import { saveMapping } from "#lib/results/mapping/commands.ts";
import { presetsFor } from "#lib/results/mapping/find-presets.ts";
import { mappingFormSchema } from "#lib/results/mapping/mapping-form.ts";
import { getMapping } from "#lib/results/mapping/queries.ts";
import { getResultRows, listSchoolsWithResults, listWorksWithResults } from "#lib/results/queries.ts";
import { applyReady } from "#lib/results/ready-commands.ts";
import { checkAgain, receiveFile, receiveTooLarge } from "#lib/results/receive-commands.ts";
import { mostFilesAtOnce } from "#lib/results/schema.ts";
import { stageImport } from "#lib/results/stage-commands.ts";
import { stopImport } from "#lib/results/stop-commands.ts";
import { getTemplateFacts, listSchoolChoices, listTemplateWorks } from "#lib/results/template-queries.ts";
import { form, likeMissing, outcome, refusedToOthers, sessionCookie } from "#tests/access/asking.ts";
import { bringAndCheck, deputyOf, fixture, now, referenceRegion, workIdOf } from "#tests/results/brought.ts";
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

const F1 = "results-files/06-F-results-2026/Ф1. Математика, 4 класс. edu970019.xlsx";
let owner: Viewer & { schoolId: number };
let workId: number;
let id: number;
const viewers: Record<string, Viewer> = {};

beforeAll(async () => {
  const { regionId } = await referenceRegion();
  owner = await deputyOf("970019");
  workId = await workIdOf("MA", 4);
  id = await bringAndCheck(owner, "Ф1.xlsx", fixture(F1));
  const school = await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { id: owner.schoolId } }));
  const other = await asSystem((tx) =>
    tx.municipality.findFirstOrThrow({ where: { id: { not: school.municipalityId } } }),
  );
  Object.assign(viewers, {
    "signed out": publicViewer,
    "the same deputy": owner,
    "a teacher of the school": await person("teacher", {
      schoolId: owner.schoolId,
      classLabels: ["2023:4А"],
    }),
    "an expert of the region": await person("expert", { regionId }),
    "a deputy of another school": await deputyOf("970024"),
    "the own municipality": await person("municipality", { municipalityId: school.municipalityId }),
    "another municipality": await person("municipality", { municipalityId: other.id }),
    "the region": await person("region", { regionId }),
  });
});

const given = { login: "970019" };
const received = { place: "/nowhere", bytes: 1, sha256: "00", name: "x.xlsx" };

const anyMapping = (importId: number) =>
  mappingFormSchema.parse({ importId: String(importId), sheet: "x", headerRow: "1", name: "x" });

/** Everything that reads or changes one import, with input that only a refusal of the person may stop. */
const ofImport: Record<string, (who: Viewer, importId: number) => unknown> = {
  getImport: (who, importId) => getImport(who, importId),
  listFindings: (who, importId) => listFindings(who, importId, { page: 1 }),
  readFindings: (who, importId) => readFindings(who, importId, { after: -1, take: 10 }),
  getFileLines: (who, importId) => getFileLines(who, importId, { sheet: "x", row: 1 }),
  applyImport: (who, importId) => applyImport(who, importId, now),
  undoImport: (who, importId) => undoImport(who, importId, now),
  checkAgain: (who, importId) => checkAgain(who, importId, {}, now),
  describeFromHeader: (who, importId) => describeFromHeader(who, importId, now),
  stageImport: (who, importId) => stageImport(who, importId),
  stopImport: (who, importId) => stopImport(who, importId, now),
  applyOrStart: (who, importId) => applyOrStart(who, importId, now),
  applyStarted: (who, importId) => applyStarted(who, importId, now),
  getMapping: (who, importId) => getMapping(who, importId, {}),
  saveMapping: (who, importId) => saveMapping(who, anyMapping(importId), now),
};
/** What needs the right to bring results, and no import. */
const bringing: Record<string, (who: Viewer) => unknown> = {
  listImports: (who) => listImports(who, { page: 1 }),
  presetsFor: (who) => presetsFor(who, ["x"]),
  listDrop: (who) => listDrop(who, { from: id, to: id }),
  applyReady: (who) => applyReady(who, { from: id, to: id }, now),
  receiveFile: (who) => receiveFile(who, received, given, now),
  receiveTooLarge: (who) => receiveTooLarge(who, { name: "x", limit: 1 }, given, now),
  importFile: (who) =>
    importFile(who, { name: "x", bytes: new Uint8Array() }, { given: {}, dryRun: true }, now),
  listTemplateWorks: (who) => listTemplateWorks(who),
  listSchoolChoices: (who) => listSchoolChoices(who),
  getTemplateFacts: (who) => getTemplateFacts(who, { workId, login: "970019" }),
};
const reading: Record<string, (who: Viewer) => unknown> = {
  getResultRows: (who) => getResultRows(who, workId, owner.schoolId),
  listWorksWithResults: (who) => listWorksWithResults(who),
  listSchoolsWithResults: (who) => listSchoolsWithResults(who, workId, { page: 1 }),
};

describe("one import", () => {
  const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, viewers[name]!]));
  const askers = () => ({
    strangers: named("a deputy of another school", "another municipality"),
    unfit: named("a teacher of the school", "an expert of the region"),
  });
  refusedToOthers(ofImport, askers, () => id);
  likeMissing(ofImport, askers, () => id);

  it("is seen by its school, its municipality and its region", async () => {
    for (const who of ["the same deputy", "the own municipality", "the region"])
      expect(await outcome(() => getImport(viewers[who]!, id)), who).toBe("answered");
  });

  it("stays untouched by all of these attempts", async () => {
    expect((await getImport(owner, id)).state).toBe("ready");
  });
});

describe("bringing results", () => {
  it.each(Object.entries(bringing))("%s is for those who administer", async (_name, call) => {
    for (const who of ["a teacher of the school", "an expert of the region"])
      expect(await outcome(() => call(viewers[who]!)), who).toBe("forbidden");
    expect(await outcome(() => call(publicViewer))).toBe("notSignedIn");
  });

  it("lists hold the viewer's own only", async () => {
    const ids = async (who: string) =>
      (await listImports(viewers[who]!, { page: 1 })).imports.map((one) => one.id);
    expect(await ids("the same deputy")).toContain(id);
    expect(await ids("the own municipality")).toContain(id);
    expect(await ids("a deputy of another school")).not.toContain(id);
    expect(await ids("another municipality")).not.toContain(id);
    const foreign = await listDrop(viewers["a deputy of another school"]!, { from: id, to: id });
    expect(foreign.imports).toEqual([]);
  });

  it("nobody applies another's files in bulk, and no template is made for another's school", async () => {
    const stranger = viewers["a deputy of another school"]!;
    expect(await applyReady(stranger, { from: id, to: id }, now)).toEqual({
      applied: 0,
      started: 0,
      unchanged: 0,
      toLookAt: 0,
    });
    expect(await outcome(() => getTemplateFacts(stranger, { workId, login: "970019" }))).toBe("notFound");
    const choices = await listSchoolChoices(stranger);
    expect(choices?.map(({ login }) => login)).toEqual(["970024"]);
  });
});

describe("rows by code", () => {
  it.each(Object.entries(reading))("%s sends a stranger to sign in", async (_name, call) => {
    expect(await outcome(() => call(publicViewer))).toBe("notSignedIn");
  });

  it("of another school are not found, of the own school a teacher sees the own class", async () => {
    expect(await outcome(() => reading.getResultRows!(viewers["a deputy of another school"]!))).toBe(
      "notFound",
    );
    expect(await outcome(() => reading.getResultRows!(viewers["another municipality"]!))).toBe("notFound");
    await applyImport(owner, id, now);
    const labels = async (who: string) =>
      (await getResultRows(viewers[who]!, workId, owner.schoolId)).classes.map(({ label }) => label);
    expect(await labels("the same deputy")).toEqual(["4А", "4Б"]);
    expect(await labels("a teacher of the school")).toEqual(["4А"]);
    expect(await labels("an expert of the region")).toEqual(["4А", "4Б"]);
    expect(await listWorksWithResults(viewers["another municipality"]!)).toEqual([]);
    await undoImport(owner, id, now);
  });
});

/** The cookie of a session of this person; null signs out. */
async function signIn(who: Viewer | null): Promise<void> {
  cookie = await sessionCookie(who, now);
}

describe("actions", () => {
  beforeEach(() => signIn(null));
  const inputs: Record<keyof typeof actions, () => FormData> = {
    applyImportAction: () => form({ importId: String(id) }),
    undoImportAction: () => form({ importId: String(id) }),
    checkAgainAction: () => form({ importId: String(id) }),
    describeFromHeaderAction: () => form({ importId: String(id) }),
    stopImportAction: () => form({ importId: String(id) }),
    saveMappingAction: () => form({ importId: String(id), sheet: "x", headerRow: "1", name: "x" }),
    rescaleAction: () => form({ workId: String(workId), edition: "1", expected: "1" }),
  };
  const all = new Map(Object.entries(actions));
  const names = [...all.keys()] as (keyof typeof actions)[];
  const send = (name: keyof typeof actions, data: FormData) => all.get(name)!(idle, data);

  it.each(names)("%s refuses the signed-out, a teacher, and everybody else's import", async (name) => {
    const call = () => send(name, inputs[name]());
    expect(await call()).toMatchObject({ status: "refused", messageKey: "notSignedIn" });
    await signIn(viewers["a teacher of the school"]!);
    expect(await call()).toMatchObject({ status: "refused", messageKey: "forbidden" });
    await signIn(viewers["a deputy of another school"]!);
    const answer = await call();
    // Marks are recounted by the centre alone, whatever school they are of.
    const messageKey = name === "rescaleAction" ? "forbidden" : "notFound";
    expect(answer).toMatchObject({ status: "refused", messageKey });
  });

  it.each(names)("%s answers wrong input with the fields that are wrong", async (name) => {
    await signIn(owner);
    expect(await send(name, form({ importId: "1; DROP", from: "x", to: "y" }))).toMatchObject({
      status: "invalid",
    });
  });
});

describe("the upload route", () => {
  beforeEach(() => signIn(null));
  const own = { origin: env.PORTAL_URL, host: new URL(env.PORTAL_URL).host };
  const post = (files: readonly (readonly [string, BlobPart])[], headers: Record<string, string> = own) => {
    const body = new FormData();
    body.set("login", "");
    for (const [name, bytes] of files) body.append("files", new File([bytes], name));
    return upload(new Request(`${env.PORTAL_URL}/api/uploads`, { method: "POST", headers, body }));
  };
  const place = (response: Response) => response.headers.get("location");
  const waitingFiles = () =>
    readdirSync(`${env.PORTAL_DATA}/uploads`).filter((name) => name.startsWith("part-"));
  const bytes = Buffer.from(fixture(F1));

  it("refuses another site's form, whoever is signed in, before it reads it", async () => {
    await signIn(owner);
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { origin: "https://elsewhere.example", host: own.host },
      {},
    ] as Record<string, string>[])
      expect((await post([["x.xlsx", bytes]], headers)).status).toBe(403);
  });

  it("sends the signed-out to sign in and refuses those who bring nothing", async () => {
    expect(place(await post([["x.xlsx", bytes]]))).toBe("/sign-in?to=/results/imports/new");
    for (const who of ["a teacher of the school", "an expert of the region"]) {
      await signIn(viewers[who]!);
      expect((await post([["x.xlsx", bytes]])).status, who).toBe(403);
    }
  });

  it("leads to the review of one file, or to the list of many, in their order", async () => {
    await signIn(owner);
    expect(place(await post([["папка\\Ф1 = \u202eимя.xlsx", bytes]]))).toMatch(/^\/results\/imports\/\d+$/);
    const many = place(await post(["1.xlsx", "2.csv", "3.xlsx"].map((name) => [name, bytes] as const)));
    const [, from, to] = /^\/results\/imports\?from=(\d+)&to=(\d+)$/.exec(many ?? "") ?? [];
    const { imports } = await listDrop(owner, { from: Number(from), to: Number(to) });
    expect(imports.map(({ name }) => name)).toEqual(["1.xlsx", "2.csv", "3.xlsx"]);
    const newest = (await listImports(owner, { page: 1 })).imports;
    expect(newest.map(({ name }) => name)).toContain("Ф1 = имя.xlsx");
  });

  it("says that nothing was chosen, that there are too many, or that the login is wrong, and keeps nothing", async () => {
    await signIn(owner);
    expect(place(await post([]))).toBe("/results/imports/new?refused=empty");
    const many = Array.from({ length: mostFilesAtOnce + 1 }, (_, i) => [`${i}.csv`, "a;b\n"] as const);
    expect(place(await post(many))).toBe("/results/imports/new?refused=tooMany");
    const body = new FormData();
    body.set("login", "школа");
    body.append("files", new File([bytes], "x.xlsx"));
    const wrong = await upload(
      new Request(`${env.PORTAL_URL}/api/uploads`, { method: "POST", headers: own, body }),
    );
    expect(place(wrong)).toBe("/results/imports/new?refused=invalid");
    expect(waitingFiles()).toEqual([]);
  });

  it("answers a body that is no form at all", async () => {
    await signIn(owner);
    for (const type of ["multipart/form-data; boundary=x", "text/plain"]) {
      const headers = { ...own, "content-type": type };
      const request = new Request(`${env.PORTAL_URL}/api/uploads`, {
        method: "POST",
        headers,
        body: "--x\r\nbroken",
      });
      expect(place(await upload(request)), type).toBe("/results/imports/new?refused=broken");
    }
    expect(waitingFiles()).toEqual([]);
  });

  it("takes the others when one file is too large, and says so of that one", async () => {
    await signIn(owner);
    provide({ UPLOAD_MAX_MB: "1" });
    const large = new Uint8Array(1_200_000);
    const where = place(
      await post([
        ["большой.xlsx", large],
        ["Ф1.xlsx", bytes],
      ]),
    );
    provide({ UPLOAD_MAX_MB: "50" });
    const [, from, to] = /from=(\d+)&to=(\d+)/.exec(where ?? "") ?? [];
    const { imports } = await listDrop(owner, { from: Number(from), to: Number(to) });
    expect(imports.map(({ name, state }) => [name, state])).toEqual([
      ["большой.xlsx", "refused"],
      ["Ф1.xlsx", "waiting"],
    ]);
    expect(waitingFiles()).toEqual([]);
  });
});

describe("downloads", () => {
  beforeEach(() => signIn(null));
  const findings = (importId: number, format = "csv") =>
    getFindings(new Request(`${env.PORTAL_URL}/x?format=${format}`), {
      params: Promise.resolve({ importId: String(importId) }),
    });
  const template = (query: string) =>
    getTemplate(new Request(`${env.PORTAL_URL}/api/imports/template?${query}`));

  it("of findings: sign in first, not found for others, a table for the owner", async () => {
    expect((await findings(id)).headers.get("location")).toMatch(/^\/sign-in/);
    await signIn(viewers["a deputy of another school"]!);
    expect((await findings(id)).status).toBe(404);
    await signIn(viewers["a teacher of the school"]!);
    expect((await findings(id)).status).toBe(403);
    await signIn(owner);
    const csv = await findings(id);
    expect(csv.status).toBe(200);
    const { errors, warnings, notes } = await getImport(owner, id);
    const lines = (await csv.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + errors + warnings + notes);
    const xlsx = await findings(id, "xlsx");
    expect(xlsx.headers.get("content-disposition")).toContain("filename*=UTF-8''");
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  it("of templates: the own school whatever is asked, another's never", async () => {
    expect((await template(`work=${workId}`)).headers.get("location")).toMatch(/^\/sign-in/);
    await signIn(viewers["a deputy of another school"]!);
    const own = await template(`work=${workId}&school=970019&format=csv`);
    expect(await own.text()).toContain("edu970024");
    await signIn(viewers["another municipality"]!);
    expect((await template(`work=${workId}&school=970019`)).headers.get("location")).toBe(
      "/results/templates?refused=notFound",
    );
    expect((await template("work=abc")).status).toBe(303);
    await signIn(viewers["a teacher of the school"]!);
    expect((await template(`work=${workId}`)).status).toBe(403);
  });
});
