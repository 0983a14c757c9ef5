import { beforeAll, describe, expect, it } from "vitest";
import { saveCells } from "#lib/entry/commands.ts";
import { handOver } from "#lib/entry/hand-over-commands.ts";
import { getCellHistory } from "#lib/entry/history-queries.ts";
import { getCodeSheet, getEntry } from "#lib/entry/queries.ts";
import { takeStanding } from "#lib/entry/take-commands.ts";
import { compareTwice, resolveDifference, setTwice } from "#lib/entry/twice-commands.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

// A work of three tasks (maxima 1, 2, 3), scale 0–1 «2», 2–3 «3», 4–5 «4», 6 «5»; written in 2024/25 by grade 4.
const now = new Date("2025-05-20T10:00:00Z");
let small: SmallRegion;
let deputy: Viewer;
let head: Viewer;
let serial = 0;
let key: { workId: number; schoolId: number; classLabel: string };

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  await migrateJobs(ownerUrl);
  small = await smallRegion();
  const schoolId = small.schoolIds[0];
  await inTransaction(systemViewer, (tx) =>
    tx.schoolClass.createMany({
      data: "АБВГДЕЖЗИКЛ"
        .split("")
        .map((letter) => ({ schoolId, year: 2024, grade: 4, label: `4${letter}`, pupils: 5 })),
    }),
  );
  deputy = await person("deputy", { schoolId });
  head = await person("head", { schoolId });
  key = { workId: small.workId, schoolId, classLabel: "4А" };
});

const ofClass = (classLabel: string) => ({ ...key, classLabel });
const hex = (number: number) => number.toString(16).padStart(8, "0");

/** Types cells `row:column → value` as one batch upon the version `base`. */
function type(
  viewer: Viewer,
  classLabel: string,
  cells: Record<string, string>,
  { base = 0, batch = hex(serial++), pass = 1 as 1 | 2, sitting = "aaaaaaaa", since = 0 } = {},
) {
  const edits = Object.entries(cells).map(([name, value]) => {
    const cut = name.indexOf(":");
    return { row: Number(name.slice(0, cut)), column: name.slice(cut + 1), value, base };
  });
  const personId = viewer.personId ?? 0;
  return saveCells(viewer, { ...ofClass(classLabel), personId, pass, batch, sitting, since, edits }, now);
}
const pupil = (row: number, code: string, points: readonly string[]) => ({
  [`${row}:code`]: code,
  ...Object.fromEntries(points.map((value, i) => [`${row}:t:${i + 1}`, value])),
});
const auditOf = (action: string) => asSystem((tx) => tx.auditEvent.count({ where: { action } }));

describe("typed cells", () => {
  it("are kept with the version of their batch and come back on the page", async () => {
    const answer = await type(deputy, "4А", pupil(0, "40101", ["1", "2", "Х"]));
    expect(answer.accepted).toHaveLength(4);
    expect(answer.conflicts).toEqual([]);
    const entry = await getEntry(deputy, ofClass("4А"));
    expect(entry.version).toBe(answer.version);
    expect(entry.cells.find((cell) => cell.column === "t:3")).toMatchObject({
      row: 0,
      value: "Х",
      version: 1,
    });
  });

  it("of a batch that comes twice are written once, and the answer is the same", async () => {
    const batch = hex(900);
    const first = await type(deputy, "4А", { "1:t:1": "1" }, { batch });
    await type(head, "4А", { "1:t:1": "0" }, { base: first.version });
    const again = await type(deputy, "4А", { "1:t:1": "1" }, { batch });
    expect(again.accepted).toEqual(first.accepted);
    // The newer value of the other person is told beside it and stays.
    expect(again.changes).toContainEqual(expect.objectContaining({ row: 1, column: "t:1", value: "0" }));
    const entry = await getEntry(deputy, ofClass("4А"));
    expect(entry.cells.find((cell) => cell.row === 1 && cell.column === "t:1")?.value).toBe("0");
  });

  it("that somebody changed meanwhile are answered with both values and the name; the others are taken", async () => {
    await type(head, "4А", { "2:t:1": "1" });
    const answer = await type(deputy, "4А", { "2:t:1": "0", "2:t:2": "2" });
    expect(answer.conflicts).toMatchObject([
      { row: 2, column: "t:1", value: "1", by: head.name, at: now.toISOString() },
    ]);
    expect(answer.accepted).toMatchObject([{ row: 2, column: "t:2", value: "2" }]);
  });

  it("may be wrong and are kept so, but never a word that may be a name", async () => {
    await expect(type(deputy, "4А", { "3:t:1": "9" })).resolves.toMatchObject({ conflicts: [] });
    for (const cells of [{ "3:code": "Иванов" }, { "3:t:1": "Пётр" }, { "3:name": "1" }, { "3:t:9": "1" }])
      await expect(type(deputy, "4А", cells)).rejects.toThrow("entry.refused.badCell");
  });

  it("cost the journal one line a sitting", async () => {
    const before = await auditOf("entry.type");
    await type(deputy, "4Б", { "0:t:1": "1" }, { sitting: "bbbbbbbb" });
    await type(deputy, "4Б", { "0:t:2": "1" }, { sitting: "bbbbbbbb" });
    expect(await auditOf("entry.type")).toBe(before + 1);
    await type(deputy, "4Б", { "0:t:3": "1" }, { sitting: "cccccccc" });
    expect(await auditOf("entry.type")).toBe(before + 2);
  });

  it("are not taken in another person's name", async () => {
    const batch = {
      ...ofClass("4А"),
      pass: 1 as const,
      batch: hex(901),
      sitting: "aaaaaaaa",
      since: 0,
      edits: [],
    };
    await expect(saveCells(deputy, { ...batch, personId: head.personId ?? 0 }, now)).rejects.toThrow(
      "otherPerson",
    );
  });

  it("of a class that the school does not have are not found", async () => {
    await expect(type(deputy, "4Я", { "0:t:1": "1" })).rejects.toThrow("notFound");
  });
});

describe("handing over", () => {
  const typeClass = (label: string, prefix: string) =>
    type(deputy, label, {
      ...pupil(0, `${prefix}01`, ["1", "2", "3"]),
      "0:journal": "4",
      "0:sex": "м",
      "0:variant": "7",
      ...pupil(1, `${prefix}02`, ["0", "Х", "2"]),
      "2:code": `${prefix}03`,
      "2:absent": "н",
    });

  it("puts the class into the results with the summaries in the same step, and can be undone", async () => {
    await typeClass("4В", "403");
    const { outcome, importId } = await handOver(deputy, ofClass("4В"), { incomplete: false }, now);
    expect(outcome).toBe("applied");
    const rows = await asSystem((tx) =>
      tx.participation.findMany({ where: { classLabel: "4В" }, orderBy: { participantCode: "asc" } }),
    );
    expect(rows).toMatchObject([
      {
        participantCode: "40301",
        status: "present",
        items: [1, 2, 3],
        totalPrinted: 6,
        markScale: 5,
        journal: 4,
        sex: "м",
        variant: "7",
      },
      // X is kept as -1; 0 + X + 2 = 2, that is «3»
      { participantCode: "40302", status: "present", items: [0, -1, 2], totalPrinted: 2, markScale: 3 },
      { participantCode: "40303", status: "absent", items: [] },
    ]);
    const [summary] = await asSystem(
      (tx) => tx.$queryRaw<{ participants: number; absent: number; sum: number }[]>`
        SELECT participants, absent, score_sum::int AS sum FROM summary WHERE class_label = '4В'`,
    );
    expect(summary).toEqual({ participants: 2, absent: 1, sum: 8 });
    const entry = await getEntry(deputy, ofClass("4В"));
    expect(entry.handed).toMatchObject({ importId, version: entry.version });

    await undoImport(deputy, importId, now);
    expect(await asSystem((tx) => tx.participation.count({ where: { classLabel: "4В" } }))).toBe(0);
    expect((await getEntry(deputy, ofClass("4В"))).handed).toBeNull();
  });

  it("of the same class again changes nothing and says so; of a changed one asks a person first", async () => {
    await typeClass("4Г", "404");
    await handOver(deputy, ofClass("4Г"), { incomplete: false }, now);
    expect((await handOver(deputy, ofClass("4Г"), { incomplete: false }, now)).outcome).toBe("unchanged");
    const { version } = await getEntry(deputy, ofClass("4Г"));
    await type(deputy, "4Г", { "1:t:2": "1" }, { base: version });
    const { outcome, importId } = await handOver(deputy, ofClass("4Г"), { incomplete: false }, now);
    expect(outcome).toBe("look");
    await applyImport(deputy, importId, now);
    const row = await asSystem((tx) => tx.participation.findFirst({ where: { participantCode: "40402" } }));
    expect(row?.items).toEqual([0, 1, 2]);
  });

  it("is refused with a wrong cell, with nothing, and with blanks that nobody has consented to", async () => {
    await expect(handOver(deputy, ofClass("4И"), { incomplete: false }, now)).rejects.toThrow("nothing");
    await type(deputy, "4Д", pupil(0, "40501", ["1", "2", "9"]));
    await expect(handOver(deputy, ofClass("4Д"), { incomplete: true }, now)).rejects.toThrow(
      "entry.refused.wrong",
    );
    const { version } = await getEntry(deputy, ofClass("4Д"));
    await type(deputy, "4Д", { "0:t:3": "" }, { base: version });
    await expect(handOver(deputy, ofClass("4Д"), { incomplete: false }, now)).rejects.toThrow("incomplete");
    expect((await handOver(deputy, ofClass("4Д"), { incomplete: true }, now)).outcome).toBe("applied");
    const row = await asSystem((tx) => tx.participation.findFirst({ where: { participantCode: "40501" } }));
    // A blank stays a blank (-3), and without it there is no total.
    expect(row).toMatchObject({ items: [1, 2, -3], totalPrinted: null });
  });

  it("lays standing results into an empty draft, the same that came in", async () => {
    await typeClass("4Е", "406");
    await handOver(deputy, ofClass("4Е"), { incomplete: false }, now);
    await asSystem((tx) => tx.entry.findFirst({ where: { classLabel: "4Е" } }));
    await inTransaction(systemViewer, (tx) => tx.entry.deleteMany({ where: { classLabel: "4Е" } }));
    expect(await takeStanding(deputy, ofClass("4Е"), now)).toEqual({ rows: 3 });
    expect((await handOver(deputy, ofClass("4Е"), { incomplete: false }, now)).outcome).toBe("unchanged");
    await expect(takeStanding(deputy, ofClass("4Е"), now)).rejects.toThrow("typedAlready");
  });
});

describe("typing twice", () => {
  it("hides the first typing from the second person, compares, and lets a person decide", async () => {
    await type(deputy, "4Ж", {
      ...pupil(0, "40701", ["1", "2", "3"]),
      ...pupil(1, "40702", ["0", "0", "1"]),
    });
    await setTwice(deputy, ofClass("4Ж"), true, now);
    await expect(handOver(deputy, ofClass("4Ж"), { incomplete: false }, now)).rejects.toThrow("notCompared");

    const blind = await getEntry(head, ofClass("4Ж"));
    expect(blind.pass).toBe(2);
    expect(blind.cells.map(({ column }) => column)).toEqual(["code", "code"]);
    expect((await getEntry(deputy, ofClass("4Ж"))).pass).toBe(1);
    await expect(type(head, "4Ж", { "0:t:1": "1" })).rejects.toThrow("otherPass");
    await expect(type(head, "4Ж", { "0:code": "1" }, { pass: 2 })).rejects.toThrow("badCell");
    await expect(compareTwice(head, ofClass("4Ж"), now)).rejects.toThrow("secondEmpty");
    await type(
      head,
      "4Ж",
      { "0:t:1": "1", "0:t:2": "2", "0:t:3": "2", "1:t:1": "0", "1:t:2": "0", "1:t:3": "1" },
      { pass: 2 },
    );
    await expect(compareTwice(deputy, ofClass("4Ж"), now)).rejects.toThrow("otherPass");

    expect(await compareTwice(head, ofClass("4Ж"), now)).toMatchObject({
      cells: 6,
      differing: 1,
      open: ["0:t:3"],
    });
    await expect(handOver(deputy, ofClass("4Ж"), { incomplete: false }, now)).rejects.toThrow("differences");
    const { differences } = await getEntry(deputy, ofClass("4Ж"));
    expect(differences).toMatchObject([{ code: "40701", first: "3", second: "2" }]);
    await resolveDifference(deputy, ofClass("4Ж"), { cell: "0:t:3", keep: "second" }, now);
    expect((await handOver(deputy, ofClass("4Ж"), { incomplete: false }, now)).outcome).toBe("applied");
    const row = await asSystem((tx) => tx.participation.findFirst({ where: { participantCode: "40701" } }));
    expect(row?.items).toEqual([1, 2, 2]);
  });
});

it("the sheet of codes holds codes and variants, and no points", async () => {
  const { codes } = await getCodeSheet(deputy, ofClass("4Г"));
  expect(codes[0]).toEqual({ row: 0, code: "40401", variant: "7" });
});

it("a code of another class is told, so that nobody gives it twice", async () => {
  const { taken } = await getEntry(deputy, ofClass("4И"));
  expect(taken).toContainEqual(["40401", "4Г"]);
});

describe("the history of a cell", () => {
  const steps = async (viewer: Viewer, classLabel: string, column: string) =>
    (await getCellHistory(viewer, { ...ofClass(classLabel), row: 0, column })).map(
      ({ how, before, after }) => `${how} ${before}>${after}`,
    );

  it("tells every change of the cell and of no other, newest first", async () => {
    const { version } = await type(deputy, "4З", { "0:code": "40901", "0:t:1": "0", "0:t:2": "1" });
    await type(head, "4З", { "0:t:2": "2" }, { base: version });
    expect(await steps(deputy, "4З", "t:2")).toEqual(["typed 1>2", "typed >1"]);
    expect(await steps(deputy, "4З", "t:1")).toEqual(["typed >0"]);
    expect(await steps(deputy, "4З", "t:3")).toEqual([]);
  });

  it("keeps the first typing from the second one until both are compared, then tells the decision", async () => {
    await type(deputy, "4И", { "0:code": "40902", "0:t:1": "0" });
    await setTwice(deputy, ofClass("4И"), true, now);
    await type(head, "4И", { "0:t:1": "1" }, { pass: 2 });
    expect(await steps(head, "4И", "t:1")).toEqual(["typed >1"]);
    expect(await steps(deputy, "4И", "t:1")).toEqual(["typed >0"]);
    await compareTwice(head, ofClass("4И"), now);
    await resolveDifference(deputy, ofClass("4И"), { cell: "0:t:1", keep: "second" }, now);
    expect(await steps(head, "4И", "t:1")).toEqual(["resolved 0>1", "typed >0"]);
  });
});
