import { say } from "../setup/say.mjs";
import { run } from "./run.ts";
import { one, type Tally } from "./tally.ts";

/** Format, lint rules and the order of imports. */
export async function checkLint(): Promise<Tally> {
  say("test.lint");
  const { succeeded, output } = await run("@biomejs/biome/bin/biome", ["check", "--max-diagnostics=40"], {
    quiet: true,
  });
  if (!succeeded) console.log(output);
  return one(succeeded);
}

/** Types of everything; Next writes those of the routes first. */
export async function checkTypes(): Promise<Tally> {
  say("test.types");
  const routes = await run("next/dist/bin/next", ["typegen"], {
    quiet: true,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  const types = await run("typescript/bin/tsc", ["--noEmit"], { quiet: true });
  if (!routes.succeeded) console.log(routes.output);
  if (!types.succeeded) console.log(types.output);
  return one(routes.succeeded && types.succeeded);
}
