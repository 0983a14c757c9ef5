import { writeFileSync } from "node:fs";
import { envExample } from "./setup/env-example.ts";
import { inside } from "./setup/places.mjs";

/** Run this after a change to the table of variables in lib/platform/env.ts; a test compares the two. */
writeFileSync(inside(".env.example"), envExample());
