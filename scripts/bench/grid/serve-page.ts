import { createServer, type IncomingMessage } from "node:http";
import type { EntryView } from "#lib/entry/queries.ts";
import type { Batch } from "#lib/entry/schema.ts";
import { loadMessages, type Messages } from "#messages/load.ts";
import { later } from "../cleanup.ts";
import { freePort } from "../pages/free-port.ts";
import type { BuiltPage } from "./build-page.ts";

export const CLASS = { rows: 40, tasks: 30 };

/** Serves a class of forty pupils and thirty tasks, and takes what is typed as the portal does; answers the address. */
export async function servePage({ script, style }: BuiltPage): Promise<string> {
  const html = `<!doctype html><html lang="ru"><meta charset="utf-8"><link rel="stylesheet" href="/style.css">
<body><main><div id="grid"></div></main><script>window.benchProps=${JSON.stringify(props())}</script><script type="module" src="/page.js"></script></body></html>`;
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    "/": ["text/html", html],
    "/page.js": ["text/javascript", script],
    "/style.css": ["text/css", style],
  };
  const server = createServer(async (request, response) => {
    if (request.url === "/api/entry/cells") {
      const answer = taken((await bodyOf(request)) as Batch);
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
      return;
    }
    const [type, text] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.setHeader("content-type", `${type}; charset=utf-8`).end(text);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  later(() => server.close());
  return `http://127.0.0.1:${port}/`;
}

let version = 0;
function taken({ batch, edits }: Batch) {
  if (edits.length > 0) version += 1;
  const accepted = edits.map(({ row, column, value }) => ({ row, column, value, version }));
  return { batch, version, accepted, conflicts: [], changes: accepted, at: "2026-02-01T00:00:00.000Z" };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

function props() {
  const tasks = Array.from({ length: CLASS.tasks }, (_, i) => ({
    code: String(i + 1),
    max: 3,
    difficulty: null,
  }));
  const codes = Array.from({ length: CLASS.rows }, (_, row) => {
    return { row, column: "code", value: String(40001 + row), version: 1 };
  });
  const entry: Omit<EntryView, "work"> & { work: Partial<EntryView["work"]> } = {
    key: { workId: 1, schoolId: 1, classLabel: "4А" },
    personId: 1,
    work: { gradeWriting: 4, tasks, maxScore: CLASS.tasks * 3, scale: null },
    school: { id: 1, name: "", login: "970001" },
    classes: [{ label: "4А", rows: 0 }],
    rows: CLASS.rows,
    pass: 1,
    twice: false,
    compared: false,
    agreement: null,
    differences: [],
    version: 1,
    cells: codes,
    taken: [],
    earlier: [],
    standing: null,
    handed: null,
  };
  const phrases = Object.fromEntries(flat((loadMessages("ru").entry as Messages).client as Messages));
  const here = "/results/entry/1/1/4";
  return { entry, classPlace: 1, caption: "4А", phrases, locale: "ru", timeZone: "Asia/Vladivostok", here };
}

function flat(messages: Messages, prefix = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}
