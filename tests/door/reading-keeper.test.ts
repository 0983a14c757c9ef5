import { createServer, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openFrontDoor } from "#app/door/front-door.ts";
import { KeptReadings } from "#app/door/kept-readings.ts";
import { offerReading } from "#app/door/reading.ts";
import { readingKeeper } from "#app/door/reading-keeper.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";

const officer: Viewer = {
  ...{ personId: 1, role: "municipality", name: "Орлова", locale: "ru", classLabels: [], sessionId: "s1" },
  ...{ scope: { kind: "municipality", id: 7 }, regionId: 1, municipalityId: 7, schoolId: null },
};
const page = "/insights/municipality-7/3";
const text = "<p>Справились 87 %</p>".repeat(200);

let viewer: Viewer | null = officer;
let state = "1";
let drawn = 0;
let draw: (response: ServerResponse, nonce: string) => void = whole;

function whole(response: ServerResponse, nonce: string): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.flushHeaders();
  response.write(`<script nonce="${nonce}"></script>`);
  response.write(Buffer.from(text));
  response.end(`<script nonce="${nonce}"></script>`);
}

/** Stands for Next: a page made anew each time, in pieces, with a nonce of its own. */
const server = createServer(async (incoming, response) => {
  drawn += 1;
  const nonce = `nonce-of-drawing-${drawn}`;
  response.setHeader("content-security-policy", `script-src 'self' 'nonce-${nonce}'`);
  response.setHeader("cache-control", "private, no-store");
  if (incoming.headers["accept-encoding"] !== undefined && incoming.url === page)
    response.setHeader("x-would-pack", "yes");
  if (incoming.url?.startsWith("/insights/") && viewer) await offerReading(viewer, async () => state);
  draw(response, nonce);
});

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  nonce: string;
}

function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const sent = { cookie: "portal-session=a", "accept-encoding": "gzip, br", ...headers };
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers: sent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const isPacked = answer.headers["content-encoding"] === "gzip";
        resolve({
          ...{ status: answer.statusCode, headers: answer.headers },
          body: (isPacked ? gunzipSync(bytes) : bytes).toString(),
          nonce: /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1] ?? "",
        });
      });
    })
      .on("error", reject)
      .end();
  });
}

const pageWith = (nonce: string) =>
  `<script nonce="${nonce}"></script>${text}<script nonce="${nonce}"></script>`;

beforeAll(async () => {
  const readings = new KeptReadings();
  openFrontDoor([readingKeeper(readings, async (id) => (id === viewer?.sessionId ? viewer : null))]);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => void server.close());
beforeEach(async () => {
  [viewer, state, drawn, draw] = [officer, String(performance.now()), 0, whole];
});

describe("a page that offered itself", () => {
  it("is drawn once, and each sending is whole with a nonce of its own", async () => {
    const answers = [await ask(page), await ask(page), await ask(page, { "accept-encoding": "identity" })];
    expect(drawn).toBe(1);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body).toBe(pageWith(answer.nonce));
      expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(answer.headers["cache-control"]).toBe("private, no-store");
      expect(answer.headers["x-would-pack"]).toBeUndefined();
    }
    expect(answers.map(({ headers }) => headers["content-encoding"])).toEqual(["gzip", "gzip", undefined]);
    expect(new Set(answers.map(({ nonce }) => nonce)).size).toBe(3);
  });

  it("is drawn anew as soon as a result has changed", async () => {
    await ask(page);
    state = "changed";
    await ask(page);
    await ask(page);
    expect(drawn).toBe(2);
  });

  it.each<[string, Viewer | null]>([
    ["the session has ended", null],
    ["the role is another one", { ...officer, role: "expert" }],
    ["the scope is another one", { ...officer, scope: { kind: "municipality", id: 8 } }],
    ["the name is another one", { ...officer, name: "Орлова-Синицына" }],
  ])("is drawn anew when %s", async (_, now) => {
    await ask(page);
    viewer = now;
    await ask(page);
    expect(drawn).toBe(2);
  });

  it("is never sent to another session, nor in another language or dress", async () => {
    await ask(page);
    await ask(page, { cookie: "portal-session=b" });
    await ask(page, { cookie: "portal-session=a; locale=uk" });
    await ask(page, { cookie: "" });
    await ask(`${page}?page=2`);
    expect(drawn).toBe(5);
  });

  it("is not sent to what asks for something else than the page", async () => {
    await ask(page);
    for (const header of ["rsc", "next-action", "next-router-prefetch", "range"])
      await ask(page, { [header]: "1" });
    await ask("/insights/municipality-7");
    expect(drawn).toBe(6);
  });
});

describe("what is not kept", () => {
  it("a page that was refused comes as it is, each time anew", async () => {
    draw = (response) => {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
      response.end("нет такой страницы".repeat(100));
    };
    for (const times of [1, 2]) {
      const answer = await ask(page);
      expect([answer.status, answer.body, drawn]).toEqual([404, "нет такой страницы".repeat(100), times]);
    }
  });

  it("a redirect, and an answer that sets a cookie", async () => {
    draw = (response) => response.writeHead(303, { location: "/sign-in" }).end();
    const away = await ask(page);
    expect([away.status, away.headers.location]).toEqual([303, "/sign-in"]);
    draw = (response, nonce) => whole(response.setHeader("set-cookie", "a=b"), nonce);
    expect((await ask(page)).headers["set-cookie"]).toEqual(["a=b"]);
    await ask(page);
    expect(drawn).toBe(3);
  });
});
