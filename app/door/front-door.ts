import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * Somebody at the door who may have the answer at hand. False: this request is none of his. True: he has taken it, and either
 * answers it himself or lets it in by `goIn`, at once or later.
 */
export type Keeper = (request: IncomingMessage, response: ServerResponse, goIn: () => void) => boolean;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const opened = Symbol.for("portal.front-door");

/**
 * From now on every request of this process passes the keepers before Next sees it: for a page that is kept drawn and packed, the way
 * through Next (proxy, routes, drawing, packing) is nearly all that an answer costs. Whatever no keeper takes goes its usual way. Once a
 * process.
 */
export function openFrontDoor(keepers: readonly Keeper[]): void {
  const process = globalThis as { [opened]?: boolean };
  if (process[opened]) return;
  process[opened] = true;
  const servers = new WeakSet<Server>();
  // Next keeps its server to itself; the first request shows it, before any listener has seen that request.
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (servers.has(server)) return;
    servers.add(server);
    const inside = server.listeners("request") as Listener[];
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      const goIn = () => {
        for (const listener of inside) listener.call(server, request, response);
      };
      if (!keepers.some((keeper) => keeper(request, response, goIn))) goIn();
    });
  });
}
