import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { load } from "#scripts/bench/pages/load.ts";
import { hiddenFields, linksTo } from "#scripts/bench/pages/sign-in.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A page that answers with a status and five bytes; counts who asked. */
async function page(
  status: number,
): Promise<{ url: string; seen: { requests: number; connections: number; cookies: Set<string> } }> {
  const seen = { requests: 0, connections: 0, cookies: new Set<string>() };
  server = createServer((request, response) => {
    seen.requests += 1;
    seen.cookies.add(request.headers.cookie ?? "");
    response.writeHead(status).end("hello");
  });
  server.on("connection", () => {
    seen.connections += 1;
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}

describe("asking for a page again and again", () => {
  it("ends after so many requests, over connections that stay open, and counts each answer", async () => {
    const { url, seen } = await page(200);
    const result = await load({ url, cookie: "a=1" }, { readers: 3, seconds: 30, requests: 50 });
    expect(result).toMatchObject({ requests: 50, bytes: 5 });
    expect(result.perSecond).toBeCloseTo(50 / result.seconds);
    expect(seen).toEqual({ requests: 50, connections: 3, cookies: new Set(["a=1"]) });
  });

  it("ends when the time is over", async () => {
    const { url } = await page(200);
    const { requests, seconds } = await load({ url }, { readers: 1, seconds: 0.05, requests: 1_000_000 });
    expect(requests).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThanOrEqual(0.05);
  });

  it("takes a refusal for an error", async () => {
    const { url } = await page(404);
    await expect(load({ url }, { readers: 1, seconds: 1, requests: 5 })).rejects.toThrow("answered 404");
  });

  it("asks this machine only", async () => {
    const page = { url: "http://example.org/" };
    await expect(load(page, { readers: 1, seconds: 1, requests: 1 })).rejects.toThrow("not this machine");
  });
});

describe("reading a page", () => {
  it("finds the hidden fields of its form as a browser would send them", () => {
    const html =
      '<form><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;quot;&quot;}"/><input type="hidden" name="ref"/><input type="email" name="email"/></form>';
    expect(hiddenFields(html)).toEqual([
      ["$ACTION_1:0", '{"id":"a&quot;"}'],
      ["ref", ""],
    ]);
  });

  it("finds links that match, each once, in their order", () => {
    const html =
      '<a class="x" href="/b/2?x=1&amp;y=2">2</a> <a href="/a">a</a> <a href="/b/1">1</a> <a href="/b/1">1</a>';
    expect(linksTo(html, /^\/b\//)).toEqual(["/b/2?x=1&y=2", "/b/1"]);
  });
});
