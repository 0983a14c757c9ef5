import { describe, expect, it } from "vitest";
import { REPORT_FINDINGS, reportFinding } from "#lib/reported/report-findings.ts";
import { findingText } from "#lib/results/finding-text.ts";
import { FORM_FINDINGS } from "#lib/results/form-findings.ts";
import { translator } from "#messages/translate.ts";

/** Values of every name that a sentence may ask for. */
const params = {
  ...{ cell: "B7", raw: "#REF!", row: 9, sum: 99.99, total: 100, rest: 2, mark: "2", task: "1К1", score: 3 },
  ...{
    name: "Школа № 1",
    first: "Школа № 2",
    printed: 56.4,
    mean: 53.1,
    count: 5,
    graduates: 4,
    year: 2022,
    sheet: "2022",
  },
};
const all = Object.keys(REPORT_FINDINGS) as (keyof typeof REPORT_FINDINGS)[];

describe.each(["ru", "uk"] as const)("in %s", (locale) => {
  it.each(all)("%s is a sentence without a gap, and its kind has a name", (code) => {
    expect(findingText(locale, reportFinding(code, {}, params))).toMatch(/^[^\s{}][^{}]*[.?]$/u);
    expect(translator(locale, "reported")(`groups.${code}`)).toMatch(/^\p{Lu}[^{}]+$/u);
  });
});

it("no code of a report is also a code of a form", () => {
  expect(all.filter((code) => code in FORM_FINDINGS)).toEqual([]);
});
