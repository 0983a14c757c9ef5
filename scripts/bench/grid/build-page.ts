import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildPublicCss } from "../../build-public-css.mjs";
import { inside, root } from "../../setup/places.mjs";
import { temporaryFolder } from "../cleanup.ts";

/** Script and stylesheet of the page on which the grid is measured. */
export interface BuiltPage {
  script: string;
  style: string;
}

const ACTIONS = "export const handOverAction = async (s) => s, compareAction = handOverAction;";

/** Bundles the grid for production with the bundler that the tests bring along; what would call the server is left out. */
export async function buildPage(): Promise<BuiltPage> {
  const fromVitest = createRequire(createRequire(import.meta.url).resolve("vitest/package.json"));
  const { build } = (await import(pathToFileURL(fromVitest.resolve("vite")).href)) as typeof import("vite");
  const folder = temporaryFolder();
  await build({
    root,
    configFile: false,
    logLevel: "error",
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    publicDir: false,
    plugins: [
      {
        name: "without-a-server",
        enforce: "pre",
        resolveId: (id) => (id.endsWith("/actions.ts") ? "\0actions" : null),
        load: (id) => (id === "\0actions" ? ACTIONS : null),
      },
    ],
    build: {
      outDir: folder,
      lib: { entry: inside("scripts/bench/grid/page.ts"), formats: ["es"], fileName: () => "page.js" },
    },
  });
  await buildPublicCss(folder);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return { script: read("page.js"), style: read("portal.css") };
}
