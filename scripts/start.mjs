import { launch } from "./setup/launch.mjs";

await launch("scripts/serve.ts", process.argv.slice(2));
