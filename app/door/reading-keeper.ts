import type { IncomingMessage, ServerResponse } from "node:http";
import { isDeepStrictEqual, promisify } from "node:util";
import { gzip } from "node:zlib";
import { viewerOfSession } from "#lib/platform/access/load-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { logDefect } from "#lib/platform/log.ts";
import { joined } from "../(public)/joined.ts";
import type { Keeper } from "./front-door.ts";
import { type HeldAnswer, holdAnswer } from "./held-answer.ts";
import { type KeptReading, KeptReadings } from "./kept-readings.ts";
import { packingFor } from "./packing.ts";
import { type ReadingSlot, readingSlots } from "./reading.ts";
import { filled, filledGzip, gapped } from "./spliced-gzip.ts";

/** Pages that offer themselves to be kept (`offerReading`): analyses of a unit in a work. */
const offering = /^\/insights\/(?:region|municipality|school)-\d{1,9}\/\d{1,9}(?:\?[\w%=&.-]{0,200})?$/;
/** What React and Next ask for beside whole pages, and what is more than asking. */
const otherWishes = ["rsc", "next-action", "next-router-prefetch", "next-router-state-tree", "range"];

const packed = promisify(gzip);

/** Who a session stands for; those who ask while it is being asked share the next answer. */
const viewerNow = joined((sessionId) => viewerOfSession(sessionId, currentInstant()));

/**
 * Sends a page again that was drawn for the same session, if the session still stands for the same person with the same role and
 * scope, and nothing that the page shows has changed. Each sending has a nonce of its own. Otherwise the page is drawn, held until it
 * is whole, and kept when it has offered itself.
 */
export function readingKeeper(readings = new KeptReadings(), viewerOf: typeof viewerNow = viewerNow): Keeper {
  return (request, response, goIn) => {
    const key = keyOf(request);
    if (key === null) return false;
    const kept = readings.get(key, performance.now());
    const draw = () => drawAndKeep(readings, key, request, response, goIn);
    if (!kept) draw();
    else
      sendKept(kept, viewerOf, request, response).then((isSent) => {
        if (isSent) return;
        readings.drop(key);
        draw();
      });
    return true;
  };
}

function keyOf({ method, url, headers }: IncomingMessage): string | null {
  const { cookie } = headers;
  if (method !== "GET" || url === undefined || !cookie || cookie.length > 8_000) return null;
  if (!offering.test(url) || otherWishes.some((name) => headers[name] !== undefined)) return null;
  return `${url}\n${cookie}`;
}

async function sendKept(
  kept: KeptReading,
  viewerOf: (sessionId: string) => Promise<Viewer | null>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  try {
    const { sessionId } = kept.viewer;
    if (sessionId === null) return false;
    const [viewer, state] = await Promise.all([viewerOf(sessionId), kept.now()]);
    if (state !== kept.state || !isDeepStrictEqual(viewer, kept.viewer)) return false;
  } catch (error) {
    logDefect("portal.door", error); // the page itself will say in words what is wrong
    return false;
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  for (const [name, value] of Object.entries(kept.headers))
    if (value !== undefined)
      response.setHeader(name, typeof value === "string" ? value.replace(kept.nonce, nonce) : value);
  sendFilled(kept, nonce, request, response, (body) => response.end(body));
  return true;
}

function sendFilled(
  { text }: Pick<KeptReading, "text">,
  nonce: string,
  request: IncomingMessage,
  response: ServerResponse,
  send: (body: Buffer) => void,
): void {
  const isPacked = takesGzip(request);
  if (isPacked) response.setHeader("Content-Encoding", "gzip");
  const body = isPacked ? filledGzip(text, nonce) : filled(text, nonce);
  response.setHeader("Content-Length", body.length);
  send(body);
}

const accepted = Symbol("what the reader unpacks");
type Asked = IncomingMessage & { [accepted]?: string };

function takesGzip(request: Asked): boolean {
  const header = request[accepted] ?? request.headers["accept-encoding"]?.toString() ?? "";
  return packingFor(header.replace(/\bbr\b/g, "x")) === "gzip";
}

function drawAndKeep(
  readings: KeptReadings,
  key: string,
  request: Asked,
  response: ServerResponse,
  goIn: () => void,
): void {
  const slot: ReadingSlot = { reading: null };
  // Next must not pack what is packed here.
  request[accepted] = request.headers["accept-encoding"]?.toString() ?? "";
  delete request.headers["accept-encoding"];
  holdAnswer(response, (answer) => {
    finish(readings, key, slot, request, response, answer).catch((error) => {
      logDefect("portal.door", error);
      answer.send(answer.body);
    });
  });
  readingSlots.run(slot, goIn);
}

async function finish(
  readings: KeptReadings,
  key: string,
  { reading }: ReadingSlot,
  request: Asked,
  response: ServerResponse,
  { body, send }: HeldAnswer,
): Promise<void> {
  const headers = { ...response.getHeaders() };
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"] ?? ""))?.[1];
  const isPage = /^text\/html\b/.test(String(headers["content-type"] ?? ""));
  if (reading && nonce && isPage && response.statusCode === 200 && headers["set-cookie"] === undefined) {
    const text = await gapped(body.toString("utf8"), nonce);
    const { viewer, state, now } = reading;
    const keptAt = performance.now();
    readings.keep(key, { viewer, state, now, headers, nonce, text, keptAt });
    return sendFilled({ text }, nonce, request, response, send);
  }
  if (!isPage || body.length < 1024 || !takesGzip(request)) return send(body);
  const small = await packed(body);
  response.removeHeader("Content-Length");
  response.setHeader("Content-Encoding", "gzip");
  send(small);
}
