import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { getFlagBoard } from "#lib/flags/queries.ts";
import type { LowResultsState } from "#lib/flags/rules.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { recountSummaries } from "#lib/results/recount-commands.ts";
import { translator } from "#messages/translate.ts";
import { type Cast, viewerOf } from "#scripts/demo/acts/act.ts";
import { found } from "#scripts/demo/acts/founding.ts";
import { bring } from "#scripts/demo/acts/imports.ts";
import { loadSeason, loadVerifiedWorks } from "#scripts/demo/acts/works.ts";
import { type Delivery, instant } from "#scripts/demo/deliveries.ts";
import { type DemoWorld, deliveredFile } from "#scripts/demo/form-file.ts";
import { type DemoSchool, demoRegion } from "#scripts/demo/region.ts";
import { demoWorks } from "#scripts/demo/works.ts";
import { demo } from "#scripts/portal/demo.ts";
import { testDatabase } from "#tests/support/database.ts";

const world: DemoWorld = { region: demoRegion(), works: demoWorks(), t: translator("ru", "demo") };
const planted: readonly DemoSchool["feature"][] = [
  "steadyTwo",
  "steadyYears",
  "borderOne",
  "borderMiss",
  "insufficient",
];
const logins = world.region.schools
  .filter(({ feature }) => planted.includes(feature))
  .map(({ login }) => login);
const nameOf = (feature: DemoSchool["feature"]) =>
  world.region.schools.find((one) => one.feature === feature)?.name;

let cast: Cast;

beforeAll(async () => {
  await testDatabase();
  const { units, people } = await found(world);
  cast = { world, units, people, workIds: new Map() };
  await loadVerifiedWorks(instant("2025-03-20T09:00"));
  for (const year of [2025, 2026]) {
    const season = { year, season: "spring" } as const;
    await loadSeason(
      world,
      viewerOf(cast, "region"),
      season,
      instant(`${year}-04-03T11:00`),
      currentInstant(),
    );
    for (const subject of ["RU", "MA"]) {
      const at = `${year}-05-12T10:00`;
      const delivery: Delivery = { at, by: "region", form: "F", work: `VPR-${year}-${subject}-5`, logins };
      await bring(cast, "region", deliveredFile(world, delivery), {}, "applied", instant(at));
    }
  }
}, 120_000);

afterEach(() => vi.restoreAllMocks());

describe("the demo region in a database", () => {
  it("shows every planted school on the flag board as it was planted", async () => {
    const board = await getFlagBoard(viewerOf(cast, "region"), { year: 2026 });
    const confidence = new Map<string, LowResultsState>(
      [...board.flagged, ...board.insufficient].map(({ schoolName, answer }) => [
        schoolName,
        answer.confidence,
      ]),
    );
    expect(confidence.get(nameOf("steadyTwo") ?? "")).toBe("steady");
    expect(confidence.get(nameOf("steadyYears") ?? "")).toBe("steady");
    expect(confidence.get(nameOf("borderOne") ?? "")).toBe("borderline");
    expect(confidence.get(nameOf("insufficient") ?? "")).toBe("insufficient");
    expect(confidence.has(nameOf("borderMiss") ?? "")).toBe(false);
    const flips = board.flagged.find(({ schoolName }) => schoolName === nameOf("borderOne"))?.answer.flips;
    expect(flips?.some(({ direction }) => direction === "fewer")).toBe(true);
  });

  it("agrees with a fresh count of every summary", async () => {
    expect(await recountSummaries()).toMatchObject({ different: 0 });
  });

  it("has people who set their passwords by an invitation, and one whose invitation waits", async () => {
    const people = await asViewer(systemViewer, (tx) => tx.person.findMany());
    expect(people.filter(({ passwordHash }) => passwordHash === null)).toHaveLength(1);
    expect(new Set([...cast.people.values()].map(({ password }) => password)).size).toBe(cast.people.size);
  });
});

describe("portal demo", () => {
  it("refuses a database that has a region, with a sentence and exit code 1", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await demo.run(demo.parse([]), translator("ru", "cli"))).toBe(1);
    expect(said.mock.calls.flat().join()).toBe(world.t("refused.notEmpty"));
  });

  it("writes the files of the tour into a folder and touches no data", async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    const folder = mkdtempSync(path.join(tmpdir(), "portal-tour-"));
    expect(await demo.run(demo.parse(["--files", folder]), translator("ru", "cli"))).toBe(0);
    expect(readdirSync(folder)).toHaveLength(6);
    rmSync(folder, { recursive: true });
  });
});
