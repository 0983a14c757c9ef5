import { describe, expect, it } from "vitest";
import { isReading, isSameOrigin } from "#lib/platform/access/same-origin.ts";

const portal = "https://portal.example.ru";
const from = (headers: Record<string, string>) =>
  isSameOrigin(new Headers({ host: "portal.example.ru", ...headers }), portal);

describe("a writing request", () => {
  it("passes from our own page", () => {
    expect(from({ "sec-fetch-site": "same-origin", origin: portal })).toBe(true);
    expect(from({ origin: portal })).toBe(true);
  });

  it("passes when a proxy changed the host, or when the portal is opened by another of its names", () => {
    expect(isSameOrigin(new Headers({ host: "127.0.0.1:3000", origin: portal }), portal)).toBe(true);
    expect(isSameOrigin(new Headers({ host: "10.0.0.5:3000", origin: "http://10.0.0.5:3000" }), portal)).toBe(
      true,
    );
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another site, from an older browser", { origin: "https://evil.example" }],
    ["a neighbouring subdomain", { "sec-fetch-site": "same-site", origin: "https://other.example.ru" }],
    ["a sandboxed frame", { "sec-fetch-site": "cross-site", origin: "null" }],
    ["a frame of an older browser", { origin: "null" }],
    ["a host that begins like ours", { origin: "https://portal.example.ru.evil.example" }],
    ["nobody says where", {}],
  ])("is refused from: %s", (_name, headers) => {
    expect(from(headers as Record<string, string>)).toBe(false);
  });
});

it("reading is not asked where it comes from", () => {
  expect(["GET", "HEAD", "OPTIONS"].every(isReading)).toBe(true);
  expect(["POST", "PUT", "PATCH", "DELETE"].some(isReading)).toBe(false);
});
