import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentFingerprint, describeRow } from "#lib/results/fingerprint.ts";
import { formFinding } from "#lib/results/form-findings.ts";
import { nearestClass } from "#lib/results/nearest-class.ts";
import {
  blockingFindings,
  canApply,
  diffRows,
  isNoOp,
  type ResultRow,
  undoable,
} from "#lib/results/rules.ts";

function row(changes: Partial<ResultRow> = {}): ResultRow {
  return {
    login: "970001",
    workId: 7,
    code: "00101",
    classLabel: "5А",
    variant: "1",
    sex: null,
    status: "present",
    items: [3, -1, 0],
    totalPrinted: 3,
    totalFromItems: 3,
    markFile: null,
    markScale: 4,
    journal: 4,
    ...changes,
  };
}

const codes = (rows: readonly ResultRow[]) => rows.map(({ code }) => code);

describe("the difference of a file to what is there", () => {
  it("of the same rows is nothing", () => {
    const rows = [row(), row({ code: "00102", status: "absent", items: [] })];
    expect(isNoOp(diffRows(rows, rows.toReversed()))).toBe(true);
  });

  it.each([
    { items: [3, 0, 0] },
    { totalPrinted: null },
    { markFile: 4 as const },
    { journal: null },
    { classLabel: "5Б" },
    { variant: "2" },
    { sex: "ж" as const },
    { status: "absent" as const },
  ])("sees %j", (change) => {
    expect(diffRows([row()], [row(change)]).changed).toHaveLength(1);
  });

  it("lets rows go only in the classes that the file covers", () => {
    const before = [
      row(),
      row({ code: "00102" }),
      row({ code: "00201", classLabel: "5Б" }),
      row({ code: "00301", login: "970002" }),
    ];
    const difference = diffRows(before, [row(), row({ code: "00103" })]);
    expect([
      codes(difference.added),
      codes(difference.unchanged),
      codes(difference.gone),
      codes(difference.kept),
    ]).toEqual([["00103"], ["00101"], ["00102"], ["00201", "00301"]]);
  });

  it("follows a pupil into another class", () => {
    const difference = diffRows([row()], [row({ classLabel: "5Б" })]);
    expect([difference.changed.length, difference.gone.length, difference.added.length]).toEqual([1, 0, 0]);
  });

  it("lets rows without a class go only when all classes are covered", () => {
    const absent = row({ code: "00109", classLabel: "", status: "absent" });
    const other = row({ code: "00201", classLabel: "5Б" });
    expect(codes(diffRows([row(), other, absent], [row()]).gone)).toEqual([]);
    expect(codes(diffRows([row(), absent], [row()]).gone)).toEqual(["00109"]);
  });

  it("leaves held rows out", () => {
    const difference = diffRows([row()], [row({ status: "held" })]);
    expect([difference.added.length, difference.changed.length, codes(difference.kept)]).toEqual([
      0,
      0,
      ["00101"],
    ]);
  });

  it("names every row on each side once, whatever the rows", () => {
    const rows = fc.uniqueArray(
      fc.record({
        code: fc.constantFrom("1", "2", "3", "4"),
        classLabel: fc.constantFrom("5А", "5Б", ""),
        journal: fc.constantFrom(4 as const, null),
      }),
      { selector: ({ code }) => code },
    );
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const [before, after] = [left.map(row), right.map(row)];
        const { added, changed, unchanged, gone, kept } = diffRows(before, after);
        expect(
          [...codes(added), ...codes(unchanged), ...changed.map((pair) => pair.after.code)].sort(),
        ).toEqual(codes(after).sort());
        // An unchanged row stands on both sides.
        expect(
          [
            ...codes(gone),
            ...codes(kept),
            ...codes(unchanged),
            ...changed.map((pair) => pair.before.code),
          ].sort(),
        ).toEqual(codes(before).sort());
      }),
    );
  });
});

describe("a file can be applied", () => {
  it("with cells refused, rows held and schools refused, but not with an open question about the whole", () => {
    const harmless = (["itemSymbol", "duplicateDiffers", "schoolUnknown", "layoutYear"] as const).map(
      (code) => formFinding(code),
    );
    expect(canApply(harmless)).toBe(true);
    const open = [...harmless, formFinding("workAmbiguous"), formFinding("taskMissing")];
    expect(canApply(open)).toBe(false);
    expect(blockingFindings(open).map(({ code }) => code)).toEqual(["workAmbiguous", "taskMissing"]);
  });
});

describe("an import can be undone", () => {
  const target = { schoolId: 1, workId: 7, appliedVersion: 3, currentVersion: 3 };
  const applied = { appliedAt: "2026-05-01T09:00:00Z", undoneAt: null, targets: [target] };

  it("while nobody changed its results after it", () => {
    expect(undoable(applied)).toEqual({ allowed: true });
    const later = { ...target, workId: 8, currentVersion: 4 };
    expect(undoable({ ...applied, targets: [target, later] })).toEqual({
      allowed: false,
      reason: "changedSince",
      targets: [{ schoolId: 1, workId: 8 }],
    });
  });

  it("once, and only after it was applied", () => {
    expect(undoable({ ...applied, appliedAt: null })).toMatchObject({ reason: "notApplied" });
    expect(undoable({ ...applied, undoneAt: "2026-05-02T09:00:00Z" })).toMatchObject({
      reason: "alreadyUndone",
    });
  });
});

describe("the description of a row", () => {
  // The form that reference/files/README.md prints for `content`.
  it("is work, login, code, status, class, variant, items, total, mark, previous mark", () => {
    expect(describeRow(row({ items: [3, -1, -2, -3, -4], markFile: 4 }), "RU5")).toBe(
      "RU5|edu970001|00101|taken|5А|1|3,X,N,B,R|3|4|4",
    );
    const absent = row({ status: "absent", items: [], variant: "", totalPrinted: null, journal: null });
    expect(describeRow(absent, "RU5")).toBe("RU5|edu970001|00101|absent|5А|||||");
  });

  it("makes one fingerprint of the same rows in any order, without the held ones", () => {
    const rows = [row(), row({ code: "00102" })];
    const works = new Map([[7, "RU5"]]);
    const print = contentFingerprint(rows, works);
    expect(contentFingerprint([...rows.toReversed(), row({ code: "9", status: "held" })], works)).toBe(print);
    expect(contentFingerprint([row({ journal: 5 }), ...rows.slice(1)], works)).not.toBe(print);
  });
});

it.each([
  ["5В", ["5А", "5Б", "6В"], "5Б"],
  ["5В", ["4В", "6А"], "4В"],
  ["5", ["5А"], "5А"],
  ["5В", ["6А"], null],
  ["5В", [], null],
] as const)("the nearest class to %s in %j is %j", (label, list, want) => {
  expect(nearestClass(label, list)).toBe(want);
});
