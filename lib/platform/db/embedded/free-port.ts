import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** A port of 127.0.0.1 for the database: the one it had last time, when that is free, else any free one. */
export async function databasePort(folder: string): Promise<number> {
  const file = join(folder, "postgres-port");
  const last = readLast(file);
  const port = last !== null && (await isFree(last)) ? last : await listenOn(0);
  if (port !== last) writeFileSync(file, `${port}\n`);
  return port;
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOn(port).catch(() => null)) === port;
}

function listenOn(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : port));
    });
  });
}

function readLast(file: string): number | null {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}
