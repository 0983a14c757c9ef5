import { launch } from "./setup/launch.mjs";

await launch("scripts/verify.ts", process.argv.slice(2));
