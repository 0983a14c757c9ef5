import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Translate } from "#messages/translate.ts";

export interface Words {
  values: Readonly<Record<string, string | boolean | undefined>>;
  positionals: readonly string[];
}

/** A call that cannot be understood: the sentence says what is expected. */
export class UsageError extends Error {
  readonly key: string;
  readonly params: Record<string, string | number>;
  constructor(key: string, params: Record<string, string | number> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

export interface Command {
  /** Reads the words before anything is opened, so that a typing mistake costs nothing. */
  parse(words: readonly string[]): Words;
  /** Does it and answers the exit code. */
  run(words: Words, t: Translate): Promise<number>;
}

/** A command with options; unknown ones are refused by name. */
export function command(
  options: ParseArgsOptionsConfig,
  run: Command["run"],
  needs: { positionals?: boolean } = {},
): Command {
  return {
    parse(words) {
      try {
        const { values, positionals } = parseArgs({
          args: [...words],
          options,
          allowPositionals: needs.positionals === true,
          strict: true,
        });
        if (needs.positionals && positionals.length === 0) throw new UsageError("usage.noFiles");
        return { values: values as Words["values"], positionals };
      } catch (error) {
        if (error instanceof UsageError) throw error;
        throw new UsageError("usage.wrong", {
          detail: error instanceof Error ? error.message : String(error),
        });
      }
    },
    run,
  };
}

/** The text of an option, or undefined. */
export function text(words: Words, name: string): string | undefined {
  const value = words.values[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The text of an option that must be there. */
export function needed(words: Words, name: string): string {
  const value = text(words, name);
  if (value === undefined) throw new UsageError("usage.missing", { option: `--${name}` });
  return value;
}

/** A year as four digits, or undefined. */
export function year(words: Words): number | undefined {
  const value = text(words, "year");
  if (value === undefined) return undefined;
  if (!/^20\d\d$/.test(value)) throw new UsageError("usage.year", { value });
  return Number(value);
}

/** Prints a result as JSON, one document, stable keys. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
