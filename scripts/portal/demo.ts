import { command } from "./command.ts";

/** `portal demo`: stands in until the demo region is made. */
export const demo = command({ scale: { type: "boolean" } }, async () => 0);
