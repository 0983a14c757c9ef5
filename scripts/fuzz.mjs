import { launch } from "./setup/launch.mjs";

await launch("scripts/fuzz.ts", process.argv.slice(2));
