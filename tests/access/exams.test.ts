import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as actions from "#lib/exams/actions.ts";
import { answerProtocol } from "#lib/exams/answer-commands.ts";
import { applyProtocol, undoProtocol } from "#lib/exams/apply-commands.ts";
import { importProtocol } from "#lib/exams/import-commands.ts";
import { getProtocol } from "#lib/exams/import-queries.ts";
import { loadShippedExams } from "#lib/exams/load-commands.ts";
import { getExamAnalysis, getExamYear, listExamRegions, listExamScales } from "#lib/exams/queries.ts";
import { adoptScale, enterRegister, enterSubjectRegister } from "#lib/exams/register-commands.ts";
import { getRegisters } from "#lib/exams/register-queries.ts";
import { stageProtocol } from "#lib/exams/stage-commands.ts";
import type { UnitKind } from "#lib/exams/units.ts";
import { idle } from "#lib/platform/access/form-state.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { deputyOf, referenceRegion } from "#tests/results/brought.ts";
import { asSystem, person } from "#tests/support/registry.ts";

// What a browser would send along; Next's own modules have no request here: nobody is signed in.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const now = new Date("2025-06-20T09:00:00Z");
const NAME = "ОГЭ. Математика. edu970006.xlsx";
const file = { name: NAME, bytes: readFileSync(path.join("tests", "fixtures", "exams", NAME)) };

let owner: Viewer & { schoolId: number };
let importId: number;
let examId: number;
const viewers: Record<string, Viewer> = {};
const units: Record<UnitKind, number> = { school: 0, municipality: 0, region: 0 };

beforeAll(async () => {
  const { regionId } = await referenceRegion();
  await loadShippedExams(now);
  owner = await deputyOf("970006");
  const outcome = await importProtocol(owner, file, {}, now);
  importId = outcome.importId;
  examId = outcome.applied?.examId ?? 0;
  const school = await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { id: owner.schoolId } }));
  const other = await asSystem((tx) =>
    tx.municipality.findFirstOrThrow({ where: { id: { not: school.municipalityId } } }),
  );
  Object.assign(units, { school: school.id, municipality: school.municipalityId, region: regionId });
  Object.assign(viewers, {
    "signed out": publicViewer,
    "the same deputy": owner,
    "a teacher of the school": await person("teacher", { schoolId: school.id, classLabels: ["2024:9А"] }),
    "an expert of the region": await person("expert", { regionId }),
    "a deputy of another school": await deputyOf("970024"),
    "the own municipality": await person("municipality", { municipalityId: school.municipalityId }),
    "another municipality": await person("municipality", { municipalityId: other.id }),
    "the region": await person("region", { regionId }),
  });
});

const outcome = async (work: () => unknown) => {
  try {
    await work();
    return "answered";
  } catch (error) {
    return (error as Error).message.split(":")[0];
  }
};
const unit = (kind: UnitKind) => ({ kind, id: units[kind], classLabel: null });
const rows = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s*\|\s*/)) as [string, string, string, string][];

describe("the analysis of a school, its municipality and its region", () => {
  it.each(
    rows(`
    signed out                 | notSignedIn | notSignedIn | notSignedIn
    the same deputy            | answered    | notFound    | notFound
    a teacher of the school    | answered    | notFound    | notFound
    a deputy of another school | notFound    | notFound    | notFound
    the own municipality       | answered    | answered    | notFound
    another municipality       | notFound    | notFound    | notFound
    an expert of the region    | answered    | answered    | answered
    the region                 | answered    | answered    | answered`),
  )("%s: school %s, municipality %s, region %s", async (who, school, municipality, region) => {
    const viewer = viewers[who]!;
    for (const [kind, expected] of [
      ["school", school],
      ["municipality", municipality],
      ["region", region],
    ] as const) {
      expect(await outcome(() => getExamYear(viewer, unit(kind), 2025)), `${kind} year`).toBe(expected);
      expect(await outcome(() => getExamAnalysis(viewer, unit(kind), examId)), `${kind} exam`).toBe(expected);
    }
  });

  it("a teacher sees the own class and the school as a whole, never another class", async () => {
    const { parts } = await getExamAnalysis(viewers["a teacher of the school"]!, unit("school"), examId);
    expect(parts.map(({ name }) => name)).toEqual(["9А"]);
  });

  it("a school sees its areas as sums and no other school", async () => {
    const { areas, parts } = await getExamAnalysis(owner, unit("school"), examId);
    expect(areas.map(({ kind, schools }) => [kind, schools])).toEqual([
      ["municipality", 1],
      ["region", 1],
    ]);
    expect(parts.every(({ kind }) => kind === "class")).toBe(true);
  });
});

const counts = { graduates: 10, noAttestat: 0, distinction: 1, nextGrade: 5 };
const medals = { medalsFirst: null, medalsSecond: null, medalsConfirmed: null };
const yearly = { yearlyLower: 1, yearlySame: 2, yearlyHigher: 3, profilePupils: null, profileChose: null };
const borders = { maxPrimary: 31, min3: 8, min4: 15, min5: 22, source: "приказ" };

/** Everything else that is exported, with input that only a refusal of the person may stop. */
const others: Record<string, (who: Viewer) => unknown> = {
  getProtocol: (who) => getProtocol(who, importId),
  getRegisters: (who) => getRegisters(who, units.school, 2025),
  undoProtocol: (who) => undoProtocol(who, -importId, now),
  applyProtocol: (who) => applyProtocol(who, importId, now),
  answerProtocol: (who) => answerProtocol(who, importId, {}, now),
  stageProtocol: (who) => stageProtocol(who, importId),
  enterRegister: (who) =>
    enterRegister(
      who,
      { schoolId: units.school, year: 2025, grade: 9, version: 99, ...counts, ...medals },
      now,
    ),
  enterSubjectRegister: (who) =>
    enterSubjectRegister(who, { schoolId: units.school, examId, version: 99, ...yearly }, now),
  adoptScale: (who) => adoptScale(who, { examId, edition: 99, ...borders }, now),
  listExamScales: (who) => listExamScales(who, 2025),
  listExamRegions: (who) => listExamRegions(who),
};

describe("what else can be asked for or done", () => {
  it.each([
    ["signed out", Object.fromEntries(Object.keys(others).map((name) => [name, "notSignedIn"]))],
    [
      "a teacher of the school",
      {
        ...{
          getProtocol: "forbidden",
          getRegisters: "forbidden",
          applyProtocol: "forbidden",
          answerProtocol: "forbidden",
          stageProtocol: "forbidden",
        },
        ...{
          enterRegister: "forbidden",
          enterSubjectRegister: "forbidden",
          adoptScale: "forbidden",
          listExamScales: "answered",
        },
      },
    ],
    [
      "a deputy of another school",
      {
        ...{
          getProtocol: "notFound",
          getRegisters: "notFound",
          applyProtocol: "notFound",
          answerProtocol: "notFound",
          stageProtocol: "notFound",
        },
        ...{ enterRegister: "notFound", enterSubjectRegister: "notFound", adoptScale: "forbidden" },
      },
    ],
    [
      "another municipality",
      { getProtocol: "notFound", getRegisters: "notFound", enterRegister: "notFound" },
    ],
    [
      "an expert of the region",
      { getProtocol: "forbidden", getRegisters: "forbidden", adoptScale: "forbidden" },
    ],
    [
      "the same deputy",
      {
        getProtocol: "answered",
        getRegisters: "answered",
        applyProtocol: "conflict",
        adoptScale: "forbidden",
      },
    ],
    ["the region", { getProtocol: "answered", getRegisters: "answered", adoptScale: "conflict" }],
  ] as const)("%s", async (who, expected) => {
    for (const [name, answer] of Object.entries(expected))
      expect(await outcome(() => others[name]!(viewers[who]!)), name).toBe(answer);
  });
});

it("no action does anything for a stranger", async () => {
  const form = new FormData();
  const all = {
    importId,
    schoolId: units.school,
    examId,
    year: 2025,
    grade: 9,
    version: 0,
    edition: 0,
    ...borders,
  };
  for (const [name, value] of Object.entries({ ...all, graduates: 1, noAttestat: 0, distinction: 0 }))
    form.set(name, String(value));
  for (const [name, action] of Object.entries(actions))
    expect(await action(idle, form), name).toMatchObject({ status: "refused", messageKey: "notSignedIn" });
});
