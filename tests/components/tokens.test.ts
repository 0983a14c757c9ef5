import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SCHEMES, type Scheme } from "#components/ui/preferences.ts";
import { ciede2000, contrast, distance, type Vision } from "./colour.ts";
import { token, tokenFile } from "./token-file.ts";

const VISIONS: readonly Vision[] = ["normal", "deuteranopia", "protanopia", "tritanopia"];
const range = (name: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${name}-${from + index}`);

describe("the arithmetic itself", () => {
  // Sharma, Wu, Dalal 2005, table 1, pairs 1, 7, 17 and 25.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)("ΔE00 of %j and %j is %f", (one, other, expected) => {
    expect(ciede2000(one, other)).toBeCloseTo(expected, 4);
  });

  // §2.2 of the design direction, computed there independently.
  it.each([
    ["light", "ink", "page", 16.69],
    ["light", "ink-3", "sunken", 4.76],
    ["light", "warn", "warn-bg", 5.26],
    ["dark", "link", "selected", 6.2],
    ["contrast", "link", "page", 11.52],
    ["sg", "ink", "page", 7.76],
  ] as const)("in %s %s on %s has the contrast of the design", (scheme, one, other, expected) => {
    expect(contrast(token(scheme, one), token(scheme, other))).toBeCloseTo(expected, 2);
  });
});

const TEXT: readonly [string, readonly string[]][] = [
  ["ink", ["page", "surface", "sunken", "selected", "ok-bg", "warn-bg", "risk-bg", "none-bg", "supp-bg"]],
  ["ink-2", ["page", "surface", "sunken"]],
  ["ink-3", ["page", "surface", "sunken"]],
  ["link", ["page", "surface", "sunken", "selected"]],
  ["link-hover", ["page"]],
  ["visited", ["page", "surface"]],
  ["on-action", ["action", "action-hover"]],
  ["on-band", ["band"]],
  ["ok", ["page", "ok-bg"]],
  ["warn", ["page", "warn-bg"]],
  ["risk", ["page", "risk-bg"]],
  ["none", ["page", "none-bg"]],
  ["supp", ["page", "supp-bg"]],
  ...range("on-mark", 2, 5).map((name): [string, string[]] => [name, [name.slice(3)]]),
  ...range("on-seq", 1, 6).map((name): [string, string[]] => [name, [name.slice(3)]]),
  ...range("on-div", 1, 7).map((name): [string, string[]] => [name, [name.slice(3)]]),
];
const SIGNS: readonly [string, readonly string[]][] = [
  ["line-strong", ["page", "surface", "sunken"]],
  ["focus", ["focus-ink"]],
  ["glyph", ["ok", "risk"]],
  ["warn-glyph", ["warn-fill"]],
];

describe.each(SCHEMES)("scheme %s", (scheme) => {
  const pairs = (table: typeof TEXT) =>
    table.flatMap(([one, others]) => others.map((other) => [one, other] as const));

  it.each(pairs(TEXT))("text %s on %s has at least 4.5", (one, other) => {
    expect(contrast(token(scheme, one), token(scheme, other))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(SIGNS))("control or sign %s on %s has at least 3", (one, other) => {
    expect(contrast(token(scheme, one), token(scheme, other))).toBeGreaterThanOrEqual(3);
  });

  it("shows the focus: one of the two rings stands out from any ground", () => {
    for (const ground of ["page", "surface", "sunken", "selected", "band", "action"]) {
      const rings = ["focus", "focus-ink"].map((ring) =>
        contrast(token(scheme, ring), token(scheme, ground)),
      );
      expect(Math.max(...rings), ground).toBeGreaterThanOrEqual(3);
    }
  });
});

describe.each(["light", "dark"] as const)("charts in %s", (scheme: Scheme) => {
  const colours = (names: readonly string[]) => names.map((name) => token(scheme, name));

  it("categories stand out from page and surface", () => {
    for (const colour of colours(range("cat", 1, 6))) {
      expect(contrast(colour, token(scheme, "page"))).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, token(scheme, "surface"))).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(VISIONS)("categories are told apart with %s vision", (vision) => {
    const six = colours(range("cat", 1, 6));
    for (const [index, one] of six.entries()) {
      for (const other of six.slice(index + 1))
        expect(distance(one, other, vision)).toBeGreaterThanOrEqual(14);
    }
  });

  const steps = { mark: 34.9, seq: scheme === "light" ? 8.1 : 10.1, div: scheme === "light" ? 14.6 : 13.6 };
  it.each(VISIONS)("neighbouring steps of every ramp are told apart with %s vision", (vision) => {
    for (const [ramp, from, to] of [
      ["mark", 2, 5],
      ["seq", 1, 6],
      ["div", 1, 7],
    ] as const) {
      const ramps = colours(range(ramp, from, to));
      for (const [index, one] of ramps.slice(1).entries()) {
        // The design prints one decimal.
        expect(distance(ramps[index] ?? "", one, vision), `${ramp} ${index}`).toBeGreaterThanOrEqual(
          steps[ramp] - 0.05,
        );
      }
    }
  });
});

describe("the only source of colour", () => {
  it("knows nothing that old Chromium does not", () => {
    expect(tokenFile).not.toMatch(/oklch|oklab|color-mix|light-dark/u);
  });

  it("is app/globals.css: components name tokens, never colours", () => {
    const files = readdirSync("components", { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(css|tsx?)$/u.test(name),
    );
    const literal = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b(?!-)|\b(rgb|hsl)a?\(/iu;
    const found = files.filter((name) =>
      literal.test(readFileSync(`components/${name}`, "utf8").replace(/url\(#[^)]*\)|href="#\w+"/gu, "")),
    );
    expect(found).toEqual([]);
  });
});
