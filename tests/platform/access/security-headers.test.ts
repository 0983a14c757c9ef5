import { describe, expect, it } from "vitest";
import { pagePolicy, readingPolicy, securityHeaders } from "#lib/platform/access/security-headers.ts";

const served = { secure: true, development: false };
const directives = (policy: string) =>
  new Map(policy.split("; ").map((part) => [part.split(" ")[0]!, part] as const));

describe("what a page may run", () => {
  it("only scripts with the nonce of this answer, never inline or evaluated ones", () => {
    const policy = pagePolicy("abc", served);
    expect(directives(policy).get("script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toMatch(/unsafe-/);
  });

  it("nothing from elsewhere, in no frame, no form to elsewhere, no other base", () => {
    for (const policy of [pagePolicy("abc", served), readingPolicy]) {
      expect(policy).not.toMatch(/https?:|\*/);
      for (const part of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'none'",
      ])
        expect([...directives(policy).values()]).toContain(part);
    }
  });

  it("a public page without scripts runs none", () => {
    expect(directives(readingPolicy).get("script-src")).toBe("script-src 'none'");
  });

  it("only next dev may evaluate", () => {
    expect(pagePolicy("abc", { secure: false, development: true })).toContain("'unsafe-eval'");
  });
});

it("https is promised only by a portal that is on https", () => {
  expect(securityHeaders(true)["Strict-Transport-Security"]).toBe("max-age=31536000");
  expect(securityHeaders(false)).not.toHaveProperty("Strict-Transport-Security");
  expect(pagePolicy("abc", { secure: false, development: false })).not.toContain("upgrade-insecure-requests");
});

it("our own forms keep their origin: no-referrer would blank it", () => {
  expect(securityHeaders(true)["Referrer-Policy"]).toBe("same-origin");
});
