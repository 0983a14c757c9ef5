import { launch } from "./setup/launch.mjs";

await launch("scripts/setup/generate-now.mjs", []);
