import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf, sortByKey, stirred } from "#lib/statistics/disclosure/canonical-order.ts";
import { IdIndex } from "#lib/statistics/disclosure/id-index.ts";

describe("sorting by keys", () => {
  it.each([10, 500])("is the stable sort of %i keys", (length) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffffffff })), {
          minLength: 1,
          maxLength: length,
          size: "max",
        }),
        (keys) => {
          const order = Int32Array.from(keys, (_, i) => i);
          sortByKey(order, Uint32Array.from(keys));
          const expected = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
          expect([...order]).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("sorts nothing and one", () => {
    const none = new Int32Array(0);
    sortByKey(none, new Uint32Array(0));
    expect(none).toHaveLength(0);
  });
});

describe("keys of names", () => {
  it("are whole numbers of 32 bits that depend on the name alone", () => {
    // FNV-1a of "a" is 0xe40c292c.
    expect(keyOf("a")).toBe(stirred(0xe40c292c));
    expect(keyOf("школа")).toBe(keyOf(["ш", "к", "о", "л", "а"].join("")));
    expect(keyOf("ab")).not.toBe(keyOf("ba"));
  });

  it("find names again in any order, and refuse a second one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 80 }), fc.array(fc.nat()), (names, picks) => {
        const index = new IdIndex(names.length);
        for (const name of names) expect(index.add(name)).toBe(true);
        for (const name of names) expect(index.add(name)).toBe(false);
        for (const pick of picks) {
          if (names.length === 0) break;
          const at = pick % names.length;
          expect(index.find(names[at]!)).toBe(at);
        }
        expect(index.find(`${names.join("")}!`)).toBe(-1);
      }),
    );
  });
});
