import { readdirSync, readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { readingPolicy } from "#lib/platform/access/security-headers.ts";
import { config, proxy } from "../proxy.ts";

const policyOf = (path: string) =>
  proxy(new NextRequest(`http://localhost:3000${path}`)).headers.get("content-security-policy") ?? "";

/** Addresses of the public side as its folders say; `[x]` stands for any name. */
const publicAddresses = readdirSync("app/(public)", { recursive: true, withFileTypes: true })
  .filter((entry) => /^route\.tsx?$/.test(entry.name))
  .map((entry) => `/${entry.parentPath.replaceAll("\\", "/").slice("app/(public)/".length)}`)
  .map((path) => path.replaceAll(/\[\w+\]/g, "7"));

describe("the policy of a page", () => {
  it.each(publicAddresses)("%s may load styles, fonts and pictures of ours, and run nothing", (path) => {
    expect(policyOf(path)).toBe(readingPolicy);
    for (const part of [
      "default-src 'none'",
      "script-src 'none'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(readingPolicy.split("; ")).toContain(part);
  });

  it.each([
    "/desk",
    "/reports/drafts",
    "/reports/drafts/7",
    "/reports/drafts/7/preview",
    "/sign-in",
    "/registry",
  ])("%s runs scripts with the nonce of its answer only", (path) => {
    expect(policyOf(path)).toMatch(/script-src 'self' 'nonce-/);
  });
});

describe("what a proxy would cut at 10 MB", () => {
  const [matcher = ""] = config.matcher;
  const passes = (path: string) => new RegExp(`^${matcher}$`).test(path);

  it.each(["/api/uploads", "/api/regulations/upload"])(
    "%s does not pass it and asks who sends by itself",
    (path) => {
      expect(passes(path)).toBe(false);
      expect(readFileSync(`app${path}/route.ts`, "utf8")).toContain(
        "isSameOrigin(request.headers, env.PORTAL_URL)",
      );
    },
  );

  it.each(["/desk", "/api/schedule/imports", "/regulations/public"])("%s passes it", (path) => {
    expect(passes(path)).toBe(true);
  });
});
