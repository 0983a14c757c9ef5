import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publicKeeper } from "#app/(public)/kept-answer.ts";
import { KeptPages } from "#app/(public)/kept-pages.ts";
import { openFrontDoor } from "#app/door/front-door.ts";
import { readingPolicy } from "#lib/platform/access/security-headers.ts";

const pages = new KeptPages();
const html = "<!doctype html><p>Отчёт</p>";
let state: () => Promise<string | null> = async () => "stands";
let asked = 0;

const server = createServer((_, response) => {
  asked += 1;
  response.statusCode = 410;
  response.end("inside");
});

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

function ask(path: string, { method = "GET", ...headers }: Record<string, string> = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

beforeAll(async () => {
  openFrontDoor([publicKeeper(pages)]);
  openFrontDoor([publicKeeper(pages)]);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => void server.close());
beforeEach(async () => {
  state = async () => "stands";
  asked = 0;
  const page = { status: 200, html, tag: 'W/"1"' };
  await pages.keep("/reports/x", { page, freshness: "checked", state: "stands", now: () => state() });
});

describe("a kept page", () => {
  it("is sent packed as the reader understands, with the headers of the public side, without asking Next", async () => {
    const br = await ask("/reports/x", { "accept-encoding": "gzip, br" });
    const gzip = await ask("/reports/x", { "accept-encoding": "gzip" });
    const plain = await ask("/reports/x");
    expect([br.status, gzip.status, plain.status]).toEqual([200, 200, 200]);
    expect(brotliDecompressSync(br.body).toString()).toBe(html);
    expect(gunzipSync(gzip.body).toString()).toBe(html);
    expect(plain.body.toString()).toBe(html);
    expect(br.headers).toMatchObject({
      "content-encoding": "br",
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": readingPolicy,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cache-control": "public, no-cache",
      etag: 'W/"1"',
      vary: "Accept-Encoding",
    });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(asked).toBe(0);
  });

  it("is not sent again to who has it", async () => {
    const again = await ask("/reports/x", { "if-none-match": '"0", W/"1"' });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, 'W/"1"']);
  });

  it("has a head without a body", async () => {
    const head = await ask("/reports/x", { method: "HEAD" });
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      String(Buffer.byteLength(html)),
    ]);
  });

  it("is not sent once it is withdrawn or corrected, also to who has a copy of it", async () => {
    for (const now of [null, "corrected"]) {
      state = async () => now;
      expect((await ask("/reports/x", { "if-none-match": 'W/"1"' })).body.toString()).toBe("inside");
    }
    expect(asked).toBe(2);
  });

  it("is not sent when nobody knows whether it still holds", async () => {
    state = async () => {
      throw new Error("no database");
    };
    expect((await ask("/reports/x")).body.toString()).toBe("inside");
  });
});

it("everything else goes its usual way", async () => {
  for (const [path, method] of [
    ["/reports/y", "GET"],
    ["/reports/x?lang=uk", "GET"],
    ["/reports/x", "POST"],
  ] as const)
    expect((await ask(path, { method })).body.toString()).toBe("inside");
  expect(asked).toBe(3);
});
