import { readFileSync } from "node:fs";
import { fallbackOf, variableNames } from "#lib/platform/env.ts";
import { inside } from "./places.mjs";

/** The text of .env.example: every variable of lib/platform/env.ts with its sentence and its default. */
export function envExample(): string {
  const { envExample: introduction, variables } = JSON.parse(
    readFileSync(inside("messages", "ru", "startup.json"), "utf8"),
  ) as {
    envExample: string;
    variables: Record<string, string>;
  };
  const entries = variableNames.map((name) => `# ${variables[name]}\n# ${name}=${fallbackOf(name) ?? ""}\n`);
  return [`# ${introduction}\n`, ...entries].join("\n");
}
