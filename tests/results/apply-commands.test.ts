import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { differences, stageRows } from "#lib/results/import-writes.ts";
import { registerImport } from "#lib/results/receive-commands.ts";
import { toSummary } from "#lib/results/summary-row.ts";
import { countClasses } from "#lib/results/summary-writes.ts";
import { countedWorks } from "#lib/results/work-shape.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-05-01T18:00:00Z");
let place: SmallRegion;
let deputy: Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
});

function row(code: string, classLabel: string, items: number[], extra: Partial<CheckedRow> = {}): CheckedRow {
  const total = items.reduce((sum, item) => sum + Math.max(item, 0), 0);
  const mark = total >= 6 ? 5 : total >= 4 ? 4 : total >= 2 ? 3 : 2;
  return {
    sheet: "Лист",
    row: 1,
    login: "x",
    workId: place.workId,
    code,
    classLabel,
    variant: "1",
    sex: null,
    status: "present",
    items,
    totalPrinted: total,
    totalFromItems: total,
    markFile: null,
    markScale: mark,
    journal: 4,
    ...extra,
  };
}

/** Stages rows as an import of this viewer for a school and answers its id. */
async function staged(viewer: Viewer, schoolId: number, rows: CheckedRow[]): Promise<number> {
  return inTransaction(viewer, async (tx) => {
    const importId = await registerImport(tx, viewer, { name: "a.xlsx", bytes: 1, sha256: "00" }, {}, now);
    await stageRows(tx, importId, new Map([["x", schoolId]]), rows);
    for (const d of await differences(tx, importId)) {
      const base = await tx.resultSet.findUnique({
        where: { schoolId_workId: { schoolId: d.schoolId, workId: d.workId } },
      });
      await tx.importTarget.create({ data: { ...d, importId, held: 0, baseVersion: base?.version ?? 0 } });
    }
    await tx.importFile.update({ where: { id: importId }, data: { status: "review" } });
    return importId;
  });
}

const codes = (schoolId: number) =>
  asSystem(async (tx) =>
    (await tx.participation.findMany({ where: { schoolId }, orderBy: { participantCode: "asc" } })).map(
      (p) => `${p.participantCode}:${p.classLabel}:${p.items.join("")}`,
    ),
  );

const area = (kind: string, id: number) =>
  asSystem(async (tx) =>
    tx.areaSummary.findUnique({
      where: { areaKind_areaId_workId: { areaKind: kind, areaId: id, workId: place.workId } },
    }),
  );

describe("applying and undoing an import", () => {
  it("counts classes, school, municipality and region in the same transaction, equal to a fresh count", async () => {
    const [school] = place.schoolIds;
    await applyImport(
      deputy,
      await staged(deputy, school, [
        row("40001", "4А", [1, 2, 3]),
        row("40002", "4А", [0, 1, 0]),
        row("40003", "4Б", [1, 2, 0], { status: "present" }),
        row("40004", "4Б", [], { status: "absent", totalPrinted: null, markScale: null, journal: null }),
      ]),
      now,
    );
    const [stored, counted] = await asSystem(async (tx) => {
      const work = (await countedWorks(tx, [place.workId])).get(place.workId);
      if (!work) throw new Error("no work");
      const rows = await tx.$queryRaw<
        (Parameters<typeof toSummary>[0] & { class_label: string })[]
      >`SELECT * FROM summary WHERE school_id = ${school}`;
      return [new Map(rows.map((r) => [r.class_label, toSummary(r)])), await countClasses(tx, school, work)];
    });
    expect(stored.get("4А")).toEqual(counted.get("4А"));
    expect(stored.get("4Б")).toEqual(counted.get("4Б"));
    // 6, 1 and 3 points: three participants, one absent; by the scale 5, 2 and 3.
    expect(stored.get("*")).toMatchObject({
      participants: 3,
      absent: 1,
      scored: 3,
      scoreSum: 10,
      scoreSquareSum: 46,
      marks: [1, 1, 0, 1],
    });
    expect(await area("municipality", place.municipalityIds[0])).toMatchObject({
      schools: 1,
      participants: 3,
      scoreSum: 10n,
    });
    expect(await area("region", place.regionId)).toMatchObject({ schools: 1, participants: 3 });
  });

  it("replaces only the classes that the file covers, and undo brings every row back", async () => {
    const [school] = place.schoolIds;
    const before = await codes(school);
    const importId = await staged(deputy, school, [
      row("40001", "4А", [1, 2, 2]),
      row("40009", "4А", [0, 0, 0]),
    ]);
    const [difference] = await asSystem((tx) => differences(tx, importId));
    expect(difference).toMatchObject({ added: 1, changed: 1, gone: 1, unchanged: 0 });
    await applyImport(deputy, importId, now);
    expect(await codes(school)).toEqual(["40001:4А:122", "40003:4Б:120", "40004:4Б:", "40009:4А:000"]);
    await undoImport(deputy, importId, now);
    expect(await codes(school)).toEqual(before);
    const set = await asSystem((tx) => tx.resultSet.findFirst({ where: { schoolId: school } }));
    expect(set?.lastImport).toBeLessThan(importId);
    expect(set?.sourceName).toBe("a.xlsx");
    expect(await area("region", place.regionId)).toMatchObject({
      schools: 1,
      participants: 3,
      scoreSum: 10n,
    });
  });

  it("refuses the second of two people who checked against the same state", async () => {
    const [school] = place.schoolIds;
    const mine = await staged(deputy, school, [row("40001", "4А", [0, 0, 1])]);
    const theirs = await staged(deputy, school, [row("40001", "4А", [0, 0, 2])]);
    await applyImport(deputy, mine, now);
    const after = await codes(school);
    await expect(applyImport(deputy, theirs, now)).rejects.toMatchObject({ kind: "conflict" });
    expect(await codes(school)).toEqual(after);
  });

  it("does not undo what somebody has changed since", async () => {
    const [, school] = place.schoolIds;
    const officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
    const first = await staged(officer, school, [row("1", "4", [1, 1, 1])]);
    await applyImport(officer, first, now);
    await applyImport(officer, await staged(officer, school, [row("1", "4", [1, 1, 2])]), now);
    await expect(undoImport(officer, first, now)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("undoes earlier files once every later one is undone, whatever was applied and undone in between", async () => {
    const [, school] = place.schoolIds;
    const officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
    const start = await codes(school);
    const apply = async (items: number[]) => {
      const importId = await staged(officer, school, [row("7", "4", items)]);
      await applyImport(officer, importId, now);
      return importId;
    };
    const first = await apply([0, 0, 0]);
    const between = await apply([0, 0, 1]);
    await undoImport(officer, between, now);
    const second = await apply([0, 0, 2]);
    const third = await apply([0, 0, 3]);
    await expect(undoImport(officer, second, now)).rejects.toMatchObject({ kind: "conflict" });
    for (const importId of [third, second, first]) await undoImport(officer, importId, now);
    expect(await codes(school)).toEqual(start);
  });

  it("hides an import from another school and from a teacher of the same school", async () => {
    const [school, other] = place.schoolIds;
    const importId = await staged(deputy, school, [row("40001", "4А", [1, 0, 0])]);
    const stranger = await person("deputy", { schoolId: other });
    const teacher = await person("teacher", { schoolId: school, classLabels: ["2024:4А"] });
    await expect(applyImport(stranger, importId, now)).rejects.toMatchObject({ kind: "notFound" });
    await expect(applyImport(teacher, importId, now)).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("lets two schools of a municipality apply at the same moment without losing either", async () => {
    const fresh = await smallRegion();
    place = fresh;
    const people = await Promise.all(fresh.schoolIds.map((schoolId) => person("deputy", { schoolId })));
    const imports: number[] = [];
    for (const [i, viewer] of people.entries())
      imports.push(await staged(viewer, fresh.schoolIds[i] ?? 0, [row("1", "4", [1, 1, i])]));
    await Promise.all(people.map((viewer, i) => applyImport(viewer, imports[i] ?? 0, now)));
    expect(await area("municipality", fresh.municipalityIds[0])).toMatchObject({
      schools: 2,
      participants: 2,
      scoreSum: 5n,
    });
    expect(await area("region", fresh.regionId)).toMatchObject({ schools: 3, participants: 3, scoreSum: 9n });
  });
});
