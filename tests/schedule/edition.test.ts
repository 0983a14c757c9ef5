import { describe, expect, it } from "vitest";
import { changesSince, differs, editionOf } from "#lib/schedule/edition.ts";
import { announced, schoolYear, work } from "./school-year.ts";

const first = schoolYear({ works: [work({ id: 1 }), work({ id: 2, subject: "RU", on: "2026-11-05" })] });
const one = editionOf(first, null);

describe("editions", () => {
  it("begin every work with sequence 0 and cancel nothing", () => {
    expect(one.works.map(({ uid, sequence }) => [uid, sequence])).toEqual([
      ["uid-1", 0],
      ["uid-2", 0],
    ]);
    expect(one.cancelled).toEqual([]);
  });

  it("count a sequence up only for what has changed", () => {
    const moved = schoolYear({ works: [{ ...first.works[0]!, on: "2026-10-22" }, first.works[1]!] });
    const two = editionOf(moved, one);
    expect(two.works.map(({ uid, sequence }) => [uid, sequence])).toEqual([
      ["uid-1", 1],
      ["uid-2", 0],
    ]);
    expect(editionOf(moved, two).works.map(({ sequence }) => sequence)).toEqual([1, 0]);
  });

  it("say once and for ever that a work is cancelled, and take it back with a higher sequence", () => {
    const less = schoolYear({ works: [first.works[1]!] });
    const two = editionOf(less, one);
    expect(two.cancelled.map(({ uid, sequence }) => [uid, sequence])).toEqual([["uid-1", 1]]);
    const three = editionOf(less, two);
    expect(three.cancelled.map(({ sequence }) => sequence)).toEqual([1]);
    const back = editionOf(first, three);
    expect(back.cancelled).toEqual([]);
    expect(back.works.find(({ uid }) => uid === "uid-1")?.sequence).toBe(2);
  });

  it("hold what offices have set, but no window without a day", () => {
    const facts = schoolYear({
      announced: [announced({ id: 8 }), announced({ id: 9, opensOn: "2027-02-16", closesOn: "2027-02-16" })],
    });
    expect(editionOf(facts, null).works.map(({ uid, on }) => [uid, on])).toEqual([
      ["window-9", "2027-02-16"],
    ]);
  });

  it("tell what families would see anew", () => {
    const next = schoolYear({
      works: [{ ...first.works[0]!, lesson: 4 }, work({ id: 5, on: "2026-12-01" })],
    });
    const changes = changesSince(editionOf(next, one), one);
    expect(changes.added.map(({ uid }) => uid)).toEqual(["uid-5"]);
    expect(changes.changed.map(({ from, to }) => [from.lesson, to.lesson])).toEqual([[3, 4]]);
    expect(changes.gone.map(({ uid }) => uid)).toEqual(["uid-2"]);
  });

  it("differ only when families would read something else", () => {
    expect(differs(one, null)).toBe(true);
    expect(differs(editionOf(first, one), one)).toBe(false);
    // The database gives a stored edition back with its names in another order.
    const stored = JSON.parse(JSON.stringify(one), (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(differs(editionOf(first, stored), stored)).toBe(false);
    expect(differs(editionOf(schoolYear({ works: [first.works[0]!] }), one), one)).toBe(true);
  });
});
