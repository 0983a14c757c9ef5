import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inside } from "../../setup/places.mjs";
import { temporaryFolder } from "../cleanup.ts";
import { freePort } from "./free-port.ts";
import { finish, start } from "./program.ts";

const PAGE = "export default function Page() {\n  return <p>A page that never changes.</p>;\n}\n";

/** The smallest pages that this Next can serve: one made for each request, one made once, and one made once behind a proxy. */
const FILES: Readonly<Record<string, string>> = {
  "package.json": '{ "private": true, "type": "module" }\n',
  "next.config.mjs": 'export default { poweredByHeader: false, turbopack: { root: "/" } };\n',
  "app/layout.jsx":
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  "app/dynamic/page.jsx":
    'export const dynamic = "force-dynamic";\nexport default function Page() {\n  return <p>{String(performance.now())}</p>;\n}\n',
  "app/static/page.jsx": PAGE,
  "app/behind/page.jsx": PAGE,
  "proxy.js":
    'import { NextResponse } from "next/server";\nexport function proxy() {\n  const answer = NextResponse.next();\n  answer.headers.set("X-Frame-Options", "DENY");\n  return answer;\n}\nexport const config = { matcher: "/behind" };\n',
};

export interface BareNext {
  dynamic: string;
  static: string;
  /** static too, but a proxy sets a header of each answer, as the portal's does */
  behind: string;
}

/** Builds and starts an application of bare pages with the Next of this project. It stands apart: a Next inside of the project would find its proxy. */
export async function startBareNext(): Promise<BareNext> {
  const folder = temporaryFolder();
  symlinkSync(inside("node_modules"), join(folder, "node_modules"), "junction");
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(folder, name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  const next = inside("node_modules", "next", "dist", "bin", "next");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await finish([next, "build"], folder, env);
  const port = await freePort();
  const server = start([next, "start", "-p", String(port), "-H", "127.0.0.1"], folder, env);
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const is = await fetch(`${address}/static`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (is)
      return { dynamic: `${address}/dynamic`, static: `${address}/static`, behind: `${address}/behind` };
    await sleep(100);
  }
  throw new Error(`The bare pages do not answer:\n${server.output()}`);
}
