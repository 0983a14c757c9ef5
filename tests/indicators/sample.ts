import type { CatalogueLine, IndicatorVersionView } from "#lib/indicators/shapes.ts";

/** A version that is valid in every field. */
export function version(change: Partial<IndicatorVersionView> = {}): IndicatorVersionView {
  return {
    ...{ id: 1, version: 1, status: "adopted", effectiveFrom: "2019-09-01", effectiveTo: null },
    ...{ name: "Имя", nameUk: "Назва", definition: "Что считается", definitionUk: "Що рахується" },
    ...{ object: "result", unit: "percent", decimals: 1, direction: "up" },
    ...{ numerator: "a", denominator: "b", condition: null, aggregation: "weighted" },
    ...{ period: "year", dueDays: 14, source: "results", instrument: "works", performer: "deputy" },
    ...{
      addressees: ["head"],
      ruleKind: "practice",
      needsCheck: false,
      weight: null,
      basedOnId: null,
      note: "",
      revision: 1,
    },
    ...change,
  };
}

/** A line of the catalogue that came with the portal and that nobody has adopted. */
export function line(
  change: Partial<Omit<CatalogueLine, "version">> = {},
  content: Partial<IndicatorVersionView> = {},
): CatalogueLine {
  return {
    ...{ id: 1, code: "D2", owner: { kind: "portal", id: null }, family: "results" },
    ...{ adopted: null, hasData: false, hasDraft: false },
    ...change,
    version: version(content),
  };
}

/** What a browser sends for a new indicator: pass rate by yearly marks. */
export function draftForm(change: Record<string, string | string[]> = {}): Record<string, string | string[]> {
  return {
    ...{
      code: "Ш1",
      name: "Доля без двоек",
      nameUk: "Частка без двійок",
      definition: "Ученики без «2»",
      definitionUk: "",
    },
    ...{ object: "result", unit: "percent", decimals: "1", direction: "up", aggregation: "weighted" },
    ...{
      numerator: "year_n5 + year_n4 + year_n3",
      denominator: "year_n5 + year_n4 + year_n3 + year_n2",
      condition: "",
    },
    ...{
      period: "year",
      dueDays: "14",
      source: "attestation",
      sourceOwn: "",
      instrument: "calculation",
      instrumentOwn: "",
    },
    ...{ performer: "deputy", performerOwn: "", addressees: ["head", "council"], addresseesOwn: "" },
    ...{ effectiveFrom: "2026-05-01", note: "" },
    ...change,
  };
}
