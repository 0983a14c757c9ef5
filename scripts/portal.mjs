import { launch } from "./setup/launch.mjs";

await launch("scripts/portal.ts", process.argv.slice(2));
