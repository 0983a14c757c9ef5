import { describe, expect, it } from "vitest";
import { OFFICIAL_MARKERS } from "#lib/statistics/objectivity/official-list.ts";

describe("the official list", () => {
  it("has the fourteen markers of the handbook §4.1.1 in the document's order", () => {
    expect(OFFICIAL_MARKERS.map(({ number, rule, of }) => `${number} ${rule} ${of}`)).toEqual([
      ...["1 overHigh RU4", "2 overHigh MA4", "3 overHigh RU5", "4 overHigh MA5"],
      ...["5 overHigh OGE_RU", "6 overHigh OGE_MA"],
      ...["7 negative RU4", "8 negative MA4", "9 negative RU5", "10 negative MA5"],
      ...["11 rise RU", "12 rise MA", "13 fall RU", "14 fall MA"],
    ]);
  });
});
