import { readdirSync } from "node:fs";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { readingPolicy } from "#lib/platform/access/security-headers.ts";
import { proxy } from "../proxy.ts";

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
