import { currentInstant } from "./clock.ts";
import { env } from "./env.ts";

type Level = "debug" | "info" | "warn" | "error";
const order: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * One JSON object a line on standard error. Fields are ids, counts, codes and durations; never names, e-mails,
 * cell texts or file contents: the journal of what people did is the audit log, not this.
 */
export function log(
  level: Level,
  event: string,
  fields: Record<string, string | number | boolean | null> = {},
): void {
  if (order[level] < order[env.LOG_LEVEL]) return;
  process.stderr.write(
    `${JSON.stringify({ at: currentInstant().toISOString(), level, event, ...fields })}\n`,
  );
}

/** Logs a defect: kind and stack of our own code, without the message (it may quote what a person typed). */
export function logDefect(event: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
  const stack =
    error instanceof Error && error.stack
      ? error.stack
          .split("\n")
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
          .join(" ")
      : null;
  log("error", event, { name, code, stack });
}

/**
 * Next prints every error with its message, and a message may quote what a person typed or a row of the database.
 * After this only its kind and place are written. Errors of requests have a digest and are logged under it already.
 */
export function quietConsole(): void {
  Object.assign(console, {
    error: (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error) ?? parts[0];
      if (!(error instanceof Error && "digest" in error)) logDefect("console.error", error);
    },
  });
}
