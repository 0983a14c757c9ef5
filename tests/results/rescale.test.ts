import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bandsOf } from "#lib/assessments/rules.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { markByScale, markTable } from "#lib/results/check-marks.ts";
import { recountSummaries } from "#lib/results/recount-commands.ts";
import { rescale } from "#lib/results/rescale-commands.ts";
import { markByScaleSql } from "#lib/results/rescale-marks.ts";
import { previewRescale } from "#lib/results/rescale-queries.ts";
import { loadRows, pupil, stageRowsOf } from "#tests/insights/loaded-results.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-06-01T09:00:00Z");
let place: SmallRegion;
let deputy: Viewer;
let neighbour: Viewer;
let centre: Viewer;
let lastImport = 0;

beforeAll(() => testDatabase());

beforeEach(async () => {
  place = await smallRegion();
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
  neighbour = await person("deputy", { schoolId: place.schoolIds[1] });
  centre = await person("region", { regionId: place.regionId });
  // By edition 1 (0–1, 2–3, 4–5, 6) the totals 6, 1, 3 are «5», «2», «3»; by edition 2 (0, 1–2, 3–4, 5–6) they are «5», «3», «4».
  await loadRows(deputy, place.schoolIds[0], "4А.xlsx", [
    pupil(place, "40001", "4А", [1, 2, 3]),
    pupil(place, "40002", "4А", [0, 1, 0]),
  ]);
  lastImport = await loadRows(deputy, place.schoolIds[0], "4Б.xlsx", [
    pupil(place, "40003", "4Б", [1, 2, 0]),
  ]);
  await loadRows(neighbour, place.schoolIds[1], "4А.xlsx", [pupil(place, "50001", "4А", [0, 0, 1])]);
  await inTransaction(systemViewer, (tx) =>
    tx.scaleEdition.create({
      data: { workId: place.workId, edition: 2, min3: 1, min4: 3, min5: 5, maxScore: 6, adoptedAt: now },
    }),
  );
});

const marks = () =>
  asSystem(async (tx) => {
    const rows = await tx.participation.findMany({
      where: { workId: place.workId },
      orderBy: { participantCode: "asc" },
    });
    return rows.map((row) => row.markScale);
  });
const ask = (edition: number, expected: number) => ({ workId: place.workId, edition, expected });

it("the mark in SQL is the mark of the check, for every score and printed mark, also where bands overlap", async () => {
  for (const disputed of [[], [4], [2, 6]]) {
    const scale = { edition: 1, bands: bandsOf({ min3: 2, min4: 4, min5: 6, max: 8 }, disputed) };
    const table = markTable(scale, 8);
    const cases = [null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((total) =>
      ([null, 2, 3, 4, 5] as const).map((printed) => ({ total, printed })),
    );
    const found = await asSystem(
      (tx) => tx.$queryRaw<{ mark: number | null }[]>`
        SELECT ${markByScaleSql(scale, 8, "p")} AS mark FROM jsonb_to_recordset(${JSON.stringify(
          cases.map(({ total, printed }, at) => ({
            at,
            total_printed: total,
            mark_file: printed,
            status: "present",
          })),
        )}::jsonb) AS p (at int, total_printed smallint, mark_file smallint, status text) ORDER BY at`,
    );
    expect(found.map(({ mark }) => mark)).toEqual(
      cases.map(({ total, printed }) => markByScale(table, total, printed)),
    );
  }
});

describe("recounting marks by a new edition of the scale", () => {
  it("shows what would change, and changes nothing by showing", async () => {
    expect(await previewRescale(centre, place.workId, null)).toEqual({
      edition: 2,
      editions: [2, 1],
      rows: 4,
      changed: 3,
      schools: 2,
      lockedSchools: 0,
      lockedRows: 0,
      moves: [
        { from: 2, to: 3, count: 2 },
        { from: 3, to: 4, count: 1 },
      ],
    });
    expect(await marks()).toEqual([5, 2, 3, 2]);
  });

  it("changes marks, summaries and the journal together, and goes back by the edition before", async () => {
    expect(await rescale(centre, ask(2, 3), now)).toEqual({ marks: 3, schools: 2 });
    expect(await marks()).toEqual([5, 3, 4, 3]);
    expect(await recountSummaries()).toMatchObject({ different: 0 });
    const [event] = await asSystem((tx) =>
      tx.auditEvent.findMany({ where: { action: "results.rescale", subject: `work:${place.workId}` } }),
    );
    expect(event?.details).toMatchObject({ edition: 2, marks: 3, schools: 2 });
    expect(event?.municipalityId).toBe(place.municipalityIds[0]);
    expect(await rescale(centre, ask(1, 3), now)).toEqual({ marks: 3, schools: 2 });
    expect(await marks()).toEqual([5, 2, 3, 2]);
    expect(await recountSummaries()).toMatchObject({ different: 0 });
  });

  it("leaves every import undoable, and undoing brings no mark of the old edition back", async () => {
    const replaced = await loadRows(deputy, place.schoolIds[0], "4А-2.xlsx", [
      pupil(place, "40001", "4А", [1, 2, 3]),
      pupil(place, "40002", "4А", [1, 1, 2]), // 4 points: «4» by both
    ]);
    await rescale(centre, ask(2, 2), now);
    expect(await marks()).toEqual([5, 4, 4, 3]);
    await undoImport(deputy, replaced, now);
    // The row with 1 point stands again: «3» by edition 2.
    expect(await marks()).toEqual([5, 3, 4, 3]);
    await undoImport(deputy, lastImport, now);
    expect(await marks()).toEqual([5, 3, 3]);
    expect(await recountSummaries()).toMatchObject({ different: 0 });
  });

  it("does not let a file be applied that was checked by the old edition", async () => {
    const waiting = await stageRowsOf(deputy, place.schoolIds[0], "4А-3.xlsx", [
      pupil(place, "40001", "4А", [1, 2, 1]),
    ]);
    await rescale(centre, ask(2, 3), now);
    await expect(applyImport(deputy, waiting, now)).rejects.toMatchObject({
      messageKey: "results.refused.changedMeanwhile",
    });
  });

  it("leaves locked results alone and says how many", async () => {
    const key = { schoolId_workId: { schoolId: place.schoolIds[1], workId: place.workId } };
    await inTransaction(systemViewer, (tx) => tx.resultSet.update({ where: key, data: { lockedAt: now } }));
    expect(await previewRescale(centre, place.workId, 2)).toMatchObject({
      ...{ changed: 2, schools: 1, lockedSchools: 1, lockedRows: 1 },
    });
    await rescale(centre, ask(2, 2), now);
    expect(await marks()).toEqual([5, 3, 4, 2]);
  });

  it("does nothing when the results are others than the person saw, or when there is nothing to change", async () => {
    await expect(rescale(centre, ask(2, 2), now)).rejects.toMatchObject({
      messageKey: "rescale.refused.another",
      params: { count: 3 },
    });
    await expect(rescale(centre, ask(1, 0), now)).rejects.toMatchObject({
      messageKey: "rescale.refused.nothing",
    });
    await expect(rescale(centre, ask(3, 3), now)).rejects.toMatchObject({ kind: "notFound" });
    expect(await marks()).toEqual([5, 2, 3, 2]);
  });

  it("is the centre's: nobody else may, and another region finds nothing of this one", async () => {
    const { regionId } = await smallRegion();
    const stranger = await person("region", { regionId });
    expect(await previewRescale(stranger, place.workId, 2)).toMatchObject({ rows: 0, changed: 0 });
    await expect(rescale(stranger, ask(2, 3), now)).rejects.toMatchObject({
      messageKey: "rescale.refused.nothing",
    });
    for (const who of [deputy, await person("municipality", { municipalityId: place.municipalityIds[0] })]) {
      expect(() => previewRescale(who, place.workId, 2)).toThrow();
      await expect(rescale(who, ask(2, 3), now)).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await marks()).toEqual([5, 2, 3, 2]);
  });
});
