import { describe, expect, it } from "vitest";
import type { ActFacts } from "#lib/acts/facts.ts";
import { actIssues, keptRequirements, requirements } from "#lib/acts/rules.ts";
import { facts, indicator } from "./sample.ts";

const errors = (change: Partial<ActFacts>) => actIssues({ ...facts, ...change }).errors;

describe("what stands against adopting an act", () => {
  it("is nothing when every required part is there", () => {
    expect(actIssues(facts)).toEqual({ errors: [], warnings: [] });
    expect(Object.values(keptRequirements(facts))).toEqual(requirements.map(() => true));
  });

  it("is a catalogue without indicators, and then nothing more is said of single ones", () => {
    expect(errors({ indicators: [] })).toEqual([{ key: "noIndicators", params: {} }]);
    expect(keptRequirements({ ...facts, indicators: [] })).toMatchObject({
      objects: false,
      instruments: false,
      performers: false,
      procedure: true,
    });
  });

  it("is an object of assessment without an indicator", () => {
    expect(errors({ indicators: facts.indicators.slice(1) })).toEqual([
      { key: "objectWithout", params: { object: "content" } },
    ]);
  });

  it.each([
    ["noInstrument", { instrument: "" }, "instruments"],
    ["noSource", { source: "" }, "instruments"],
    ["noPerformer", { performer: "" }, "performers"],
    ["noAddressee", { addressees: [] }, "addressees"],
  ] as const)("%s: is said with the codes", (key, lack, part) => {
    const lacking = { ...facts, indicators: [...facts.indicators, { ...indicator, code: "D3", ...lack }] };
    expect(actIssues(lacking).errors).toEqual([{ key, params: { count: 1, codes: "D3" } }]);
    expect(keptRequirements(lacking)[part]).toBe(false);
  });

  it("is a required section left out; one that is not required may go", () => {
    const left = (key: "terms" | "data") =>
      errors({ sections: new Map([[key, { included: false, text: "" }]]) });
    expect(left("terms")).toEqual([]);
    expect(left("data")).toEqual([{ key: "sectionLeftOut", params: { section: "data" } }]);
  });

  it("is a year without a cycle; an empty schedule and plan of measures are only warned of", () => {
    expect(errors({ cycle: [] })).toEqual([{ key: "noCycle", params: {} }]);
    expect(actIssues({ ...facts, works: [], measures: [] }).warnings.map((one) => one.key)).toEqual([
      "noSchedule",
      "noMeasures",
    ]);
  });
});
