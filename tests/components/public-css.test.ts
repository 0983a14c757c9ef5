import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { SCHEMES } from "#components/ui/preferences.ts";
import { buildPublicCss } from "#scripts/build-public-css.mjs";
import { TOKENS } from "./token-file.ts";

const folder = mkdtempSync(join(tmpdir(), "public-css-"));
const read = (name: string) => readFileSync(join(folder, name), "utf8");

describe("stylesheets of pages without scripts", () => {
  beforeAll(() => buildPublicCss(folder));

  it("the whole look takes no more than 12 kB over the wire", () => {
    expect(gzipSync(read("portal.css")).byteLength).toBeLessThanOrEqual(12 * 1024);
  });

  it("brings the font from this portal and asks nobody else", () => {
    const addresses = [...read("portal.css").matchAll(/url\("?([^")]+)"?\)/gu)].map((match) => match[1]);
    expect(new Set(addresses)).toEqual(new Set(["/fonts/onest-cyrillic.woff2", "/fonts/onest-latin.woff2"]));
  });

  it.each(SCHEMES)("scheme %s carries the colours of app/globals.css, all of them", (scheme) => {
    const css = read(`schemes/${scheme}.css`);
    const declared = new Map(
      [...css.matchAll(/(--[\w-]+):([^;}]+)/gu)].map((match) => [match[1] ?? "", (match[2] ?? "").trim()]),
    );
    for (const name of TOKENS.light.keys()) {
      const given = declared.get(name) ?? "";
      const colour = /^var\((--\w+)\)$/u.exec(given)?.[1];
      if (name !== "--shadow")
        expect(colour ? declared.get(colour) : given, name).toBe(TOKENS[scheme].get(name));
    }
  });

  it("a chosen scheme stays on the screen: paper is printed from light", () => {
    for (const scheme of SCHEMES) expect(read(`schemes/${scheme}.css`)).toMatch(/^@media screen and/u);
  });
});
