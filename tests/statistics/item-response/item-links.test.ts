import { describe, expect, it } from "vitest";
import { informativePart } from "#lib/statistics/item-response/informative-part.ts";
import { brokenLinks } from "#lib/statistics/item-response/item-links.ts";
import { type ItemResponses, responseTable } from "#lib/statistics/item-response/responses.ts";
import { coded } from "./answers.ts";

function links(rows: ItemResponses) {
  const table = responseTable(rows);
  return brokenLinks(table, informativePart(table));
}

/** Persons of whom the i-th solves everything but item i … or only item i. */
function solving(items: number, of: (person: number, item: number) => boolean, persons = items) {
  return Array.from({ length: persons }, (_, person) =>
    Array.from({ length: items }, (_, item) => (of(person, item) ? 1 : 0)),
  );
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe("links between items", () => {
  it("hold when every item is solved by somebody who failed another, round in a circle", () => {
    expect(links(solving(3, (person, item) => person === item))).toBeNull();
    // Item i is linked to item i + 1 only, 70 items long, and the last to the first.
    const circle = Array.from({ length: 70 }, (_, person) =>
      Array.from({ length: 70 }, (_, item) => (item === person ? 1 : item === (person + 1) % 70 ? 0 : null)),
    );
    expect(links(circle)).toBeNull();
  });

  it("break where everybody solves one part before the other, with more than 32 items as well", () => {
    // Persons 0–34 solve one of the items 0–34, the others all of these and one of the items 35–69.
    const answers = solving(70, (person, item) => item === person || (person >= 35 && item < 35));
    expect(links(answers)).toEqual({ reason: "illConditioned", parts: [range(0, 35), range(35, 70)] });
    const onemore = [...answers, range(0, 70).map((item) => (item === 69 ? 1 : 0))];
    expect(links(onemore)).toBeNull();
  });

  it("break where no person was given items of both parts", () => {
    const apart = range(0, 80).map((person) =>
      range(0, 80).map((item) => (person < 40 === item < 40 ? (person === item ? 1 : 0) : null)),
    );
    expect(links(apart)).toEqual({ reason: "disconnected", parts: [range(0, 40), range(40, 80)] });
  });

  it("look at the lowest and highest points of each item", () => {
    expect(links(coded("100 102 230 231 101"))).toBeNull();
    expect(links(coded("200 100 210 110 221 211 220"))).toBeNull();
    // All have the least on items 3 and 4 or the most on items 1 and 2.
    const ordered = coded("1000 0100 2100 1200 2210 2201 2221 2212");
    expect(links(ordered)).toEqual({ reason: "illConditioned", parts: [range(0, 2), range(2, 4)] });
    expect(links([...ordered, [2, 1, 1, 0]])).toBeNull();
  });
});

describe("the informative part of answers", () => {
  it("leaves out persons whose score fixes their answers, and says how many there were", () => {
    const part = informativePart(responseTable(coded("000 211 100 201 -1- 01-")));
    expect([...part.used]).toEqual([0, 0, 1, 1, 0, 1]);
    expect(part).toMatchObject({ personsUsed: 3, informative: 3, varying: 3, dropped: [] });
    expect(part.categories).toEqual([
      [0, 1, 2],
      [0, 1],
      [0, 1],
    ]);
  });

  it("goes on until nothing changes", () => {
    // The first person goes, then item 1 is solved by all, then the second person solves nothing else, and so on.
    const part = informativePart(responseTable(coded("000 100 110 101 111")));
    expect(part).toMatchObject({ personsUsed: 2, informative: 3, dropped: [{ item: 0, reason: "allFull" }] });
    expect([...part.used]).toEqual([0, 0, 1, 1, 0]);
  });
});
