import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "../env.ts";
import { addressHeader, clientAddress } from "./address.ts";

const installed = Symbol.for("portal.address-stamp");

/**
 * Writes the client's address into every request of this process before Next sees it. Next itself only fills in
 * `X-Forwarded-For` when a client has not, so without this a client could choose the address it is throttled by.
 */
export function stampAddresses(): void {
  const process = globalThis as { [installed]?: boolean };
  if (process[installed]) return;
  process[installed] = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    const text = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    request.headers[addressHeader] = clientAddress(request.socket.remoteAddress, text, env.TRUST_PROXY);
  });
}
