import type { OutgoingHttpHeader, ServerResponse } from "node:http";

/** A whole answer that has not been sent yet. Its status and headers stand in the response. */
export interface HeldAnswer {
  body: Buffer;
  /** Sends some body instead, with the headers that the response has by then. */
  send: (body: Buffer) => void;
}

/**
 * Holds an answer back until all of it is there, then hands it over. Next writes in many small pieces, each packed and flushed for
 * itself; held back, an answer can be packed at once, and kept. When the reader has gone away, nothing is handed over.
 */
export function holdAnswer(response: ServerResponse, take: (answer: HeldAnswer) => void): void {
  const own = { writeHead: response.writeHead, write: response.write, end: response.end };
  const flushHeaders = response.flushHeaders;
  const pieces: Buffer[] = [];
  let isOver = false;
  const add = (piece: unknown, encoding: unknown) => {
    if (typeof piece === "string") pieces.push(Buffer.from(piece, encodingOf(encoding)));
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
  };
  const callback = (args: readonly unknown[]) => args.find((arg) => typeof arg === "function");
  Object.assign(response, {
    flushHeaders() {},
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status;
      const headers = rest.find((arg) => typeof arg === "object" && arg !== null);
      for (const [name, value] of Object.entries(headers ?? {}))
        response.setHeader(name, value as OutgoingHttpHeader);
      return response;
    },
    write(piece: unknown, ...rest: unknown[]) {
      if (isOver) return false;
      add(piece, rest[0]);
      const done = callback(rest);
      if (done) process.nextTick(done as () => void);
      return true;
    },
    end(...args: unknown[]) {
      if (isOver) return response;
      isOver = true;
      add(args[0], args[1]);
      const done = callback(args);
      if (done) response.once("finish", done as () => void);
      Object.assign(response, own, { flushHeaders });
      if (!response.destroyed)
        take({ body: Buffer.concat(pieces), send: (body) => own.end.call(response, body, "utf8") });
      return response;
    },
  });
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8";
}
