import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadShippedIndicators } from "#lib/indicators/load-commands.ts";
import * as actions from "#lib/indicators/values/actions.ts";
import { freezeBank } from "#lib/indicators/values/bank-commands.ts";
import { getBank, getFrozen, listFrozen } from "#lib/indicators/values/bank-queries.ts";
import { computeChanged } from "#lib/indicators/values/compute-commands.ts";
import { assignDuty, enterFacts } from "#lib/indicators/values/entry-commands.ts";
import { getEntry } from "#lib/indicators/values/entry-queries.ts";
import { findFormula, tryFormula } from "#lib/indicators/values/formula-queries.ts";
import { getUnitValues, listValueRegions } from "#lib/indicators/values/queries.ts";
import { listFactTasks } from "#lib/indicators/values/task-queries.ts";
import { getIndicatorValue } from "#lib/indicators/values/value-queries.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { idle } from "#lib/platform/access/form-state.ts";
import { publicViewer, systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, smallRegion } from "#tests/support/registry.ts";

// What a browser would send along; Next's own modules have no request here: nobody is signed in.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const now = new Date("2026-06-01T09:00:00Z");
const today = "2026-06-01";
const year = 2025;
const viewers: Record<string, Viewer> = {};
const units = { school: 0, municipality: 0, region: 0 };
let indicatorId: number;
let slug: string;
let head: Viewer;

const question = { codes: ["1.24"], years: [year], units: "below" as const, rows: "units" as const };

beforeAll(async () => {
  await testDatabase();
  const { regionId, municipalityIds, schoolIds } = await smallRegion();
  const other = await smallRegion();
  await loadShippedIndicators(systemViewer, now);
  Object.assign(units, { school: schoolIds[0], municipality: municipalityIds[0], region: regionId });
  head = await person("head", { schoolId: schoolIds[0] });
  Object.assign(viewers, {
    "signed out": publicViewer,
    "the head": head,
    "a teacher of the school": await person("teacher", { schoolId: schoolIds[0], classLabels: ["2025:4А"] }),
    "a head of another school": await person("head", { schoolId: schoolIds[1] }),
    "the own municipality": await person("municipality", { municipalityId: municipalityIds[0] }),
    "another municipality": await person("municipality", { municipalityId: municipalityIds[1] }),
    "the region": await person("region", { regionId }),
    "another region": await person("region", { regionId: other.regionId }),
    "an expert": await person("expert", { regionId }),
  });
  await enterFacts(
    head,
    { ...entry(), values: [{ code: "staff_total", value: 40, version: 0, note: "" }] },
    now,
  );
  await computeChanged(now);
  indicatorId = (await asSystem((tx) => tx.indicator.findFirstOrThrow({ where: { code: "1.24" } }))).id;
  slug = (await freezeBank(head, { unit: { kind: "school", id: units.school }, question, title: "Т" }, now))
    .slug;
});

const entry = () => ({ schoolId: units.school, schoolYear: year, values: [], origin: "entered" as const });
const outcome = async (work: () => unknown) => {
  try {
    await work();
    return "answered";
  } catch (error) {
    return (error as Error).message.split(":")[0];
  }
};
const rows = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s*\|\s*/)) as [string, string, string, string][];

describe("values of a school, its municipality and its region", () => {
  it.each(
    rows(`
    signed out               | notSignedIn | notSignedIn | notSignedIn
    the head                 | answered    | notFound    | notFound
    a teacher of the school  | answered    | notFound    | notFound
    a head of another school | notFound    | notFound    | notFound
    the own municipality     | answered    | answered    | notFound
    another municipality     | notFound    | notFound    | notFound
    the region               | answered    | answered    | answered
    another region           | notFound    | notFound    | notFound
    an expert                | answered    | answered    | answered
  `),
  )("%s: %s, %s, %s", async (who, ...expected) => {
    for (const [i, kind] of (["school", "municipality", "region"] as const).entries()) {
      const viewer = viewers[who]!;
      const unit = { kind, id: units[kind] };
      expect(await outcome(() => getUnitValues(viewer, unit, year, today))).toBe(expected[i]);
      expect(await outcome(() => getIndicatorValue(viewer, indicatorId, unit, year))).toBe(expected[i]);
      expect(await outcome(() => getBank(viewer, unit, question))).toBe(expected[i]);
    }
  });
});

describe("forms, duties, formulas and frozen tables", () => {
  it.each(
    rows(`
    signed out               | notSignedIn | notSignedIn | notSignedIn
    the head                 | answered    | answered    | answered
    a teacher of the school  | answered    | forbidden   | answered
    a head of another school | notFound    | notFound    | notFound
    the own municipality     | forbidden   | forbidden   | answered
    another municipality     | forbidden   | forbidden   | notFound
    the region               | forbidden   | forbidden   | answered
    another region           | forbidden   | forbidden   | notFound
    an expert                | forbidden   | forbidden   | answered
  `),
  )("%s: enters %s, assigns %s, opens the frozen table %s", async (who, enters, assigns, opens) => {
    const viewer = viewers[who]!;
    const duty = { schoolId: units.school, schoolYear: year, group: "survey" as const };
    expect(await outcome(() => getEntry(viewer, units.school, year))).toBe(enters);
    expect(await outcome(() => enterFacts(viewer, entry(), now))).toBe(enters);
    expect(
      await outcome(() => assignDuty(viewer, { ...duty, personId: head.personId ?? 0, dueOn: today }, now)),
    ).toBe(assigns);
    expect(await outcome(() => getFrozen(viewer, slug))).toBe(opens);
  });

  it("a dry run counts only a school in sight, and the signed out get nothing", async () => {
    const texts = {
      code: "",
      numerator: "staff_total",
      denominator: null,
      condition: null,
      unit: "people",
      aggregation: "sum" as const,
    };
    const run = (who: string) => outcome(() => tryFormula(viewers[who]!, texts, units.school, year));
    expect(await run("the head")).toBe("answered");
    expect(await run("a head of another school")).toBe("notFound");
    expect(await run("signed out")).toBe("notSignedIn");
    for (const query of [
      findFormula(head, indicatorId),
      listFrozen(head),
      listValueRegions(head),
      listFactTasks(head, year, today),
    ])
      await expect(query).resolves.toBeDefined();
    for (const ask of [
      () => findFormula(publicViewer, 1),
      () => listFrozen(publicViewer),
      () => listValueRegions(publicViewer),
      () => listFactTasks(publicViewer, year, today),
    ])
      expect(await outcome(ask)).toBe("notSignedIn");
  });

  it("only who may freezes", async () => {
    const freeze = (who: string) =>
      outcome(() =>
        freezeBank(viewers[who]!, { unit: { kind: "school", id: units.school }, question, title: "Т" }, now),
      );
    expect(await freeze("a teacher of the school")).toBe("forbidden");
    expect(await freeze("an expert")).toBe("forbidden");
    expect(await freeze("a head of another school")).toBe("notFound");
  });
});

describe("a frozen table", () => {
  it("stays what it was when the facts change, and its fingerprint proves it", async () => {
    await enterFacts(
      head,
      { ...entry(), values: [{ code: "staff_total", value: 44, version: 1, note: "" }] },
      now,
    );
    await computeChanged(now);
    const [frozen, today] = [
      await getFrozen(head, slug),
      await getBank(head, { kind: "school", id: units.school }, question),
    ];
    expect(frozen.table.cells[0]?.[0]?.[0]?.value).toBe(40);
    expect(today.cells[0]?.[0]?.[0]?.value).toBe(44);
    expect(frozen).toMatchObject({ intact: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("is rewritten by nobody", async () => {
    const rewrite = inTransaction(
      systemViewer,
      (tx) => tx.$executeRaw`UPDATE indicator_snapshot SET title = 'x'`,
    );
    await expect(rewrite).rejects.toThrow();
  });
});

it("every action answers somebody who is signed out with a refusal", async () => {
  const form = (values: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    return data;
  };
  const school = { schoolId: String(units.school), schoolYear: String(year) };
  const forms: Record<keyof typeof actions, FormData> = {
    enterFactsAction: form({ ...school, note: "", "f-staff_total": "41" }),
    assignDutyAction: form({ ...school, group: "staff", personId: "1", dueOn: today }),
    freezeBankAction: form({
      unit: `school-${units.school}`,
      title: "Т",
      codes: "1.24",
      years: "2025",
      units: "own",
      rows: "units",
    }),
  };
  for (const [name, action] of Object.entries(actions))
    expect(await action(idle, forms[name as keyof typeof actions]), name).toMatchObject({
      status: "refused",
      messageKey: "notSignedIn",
    });
});
