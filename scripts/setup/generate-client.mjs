import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { hashOf, isStamped, stamp } from "./hash.mjs";
import { inside, root } from "./places.mjs";
import { Refusal } from "./say.mjs";

/**
 * Writes Prisma's client into lib/platform/db/prisma when the models changed since the last time.
 * Generating needs no schema engine, but Prisma downloads one unless told of a program.
 * @param {string} node the Node 24 to run Prisma with
 * @param {boolean} [always]
 */
export function generateClient(node, always = false) {
  const folder = inside("lib", "platform", "db", "prisma");
  const hash = hashOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  const file = `${folder}/.stamp`;
  if (!always && isStamped(file, hash)) return;
  const prisma = inside("node_modules", "prisma", "build", "index.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [prisma, "generate", "--schema", "prisma/schema"],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: node,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (status !== 0 || !existsSync(folder))
    throw new Refusal("generateFailed", { detail: `${stdout}${stderr}`.trim() });
  stamp(file, hash);
}
