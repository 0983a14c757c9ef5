import { spawn } from "node:child_process";
import { orRefuse, prepare } from "./setup/launch.mjs";
import { inside, root } from "./setup/places.mjs";

// Mutation tests of the statistics: how many planted mistakes the tests notice. Takes the better part of an hour for the
// whole folder; `npm run test:mutation -- --mutate lib/statistics/wilson.ts` asks one file. Not a part of `npm test`.
await orRefuse(async () => {
  const stryker = inside("node_modules/@stryker-mutator/core/bin/stryker.js");
  const child = spawn(prepare(), [stryker, "run", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
  process.exitCode = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
});
