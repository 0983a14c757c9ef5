import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "vitest";

/** One expected value made in R: what it was computed from, how, and how near is near enough. */
export interface ExpectedEntry {
  readonly id: string;
  readonly parameters: Record<string, unknown>;
  readonly value: unknown;
  readonly tolerance: { readonly class: string; readonly rel: number; readonly abs: number };
  readonly r: string;
  readonly convention: string;
}

function read(path: string): Map<string, ExpectedEntry> {
  const file = JSON.parse(readFileSync(path, "utf8")) as { values: ExpectedEntry[] };
  return new Map(file.values.map((entry) => [entry.id, entry]));
}

const own = read(resolve(import.meta.dirname, "../fixtures/own/expected.json"));

/** The entry with this id; its values were made from the simulated district in tests/fixtures/own. */
export function expected(id: string): ExpectedEntry {
  const entry = own.get(id);
  if (!entry) throw new Error(`tests/fixtures/own/expected.json holds no ${id}: copy the entry there`);
  return entry;
}

/** All entries whose id begins so. */
export function expectedAll(prefix: string): ExpectedEntry[] {
  return [...own.values()].filter((entry) => entry.id.startsWith(prefix));
}

/**
 * Public data sets lie beside the project, never in it. Where they are absent their tests are skipped and say so.
 */
export const publicFolder = resolve(import.meta.dirname, "../../../shared/reference/public");
export const hasPublicData = existsSync(resolve(publicFolder, "expected.json"));
export const publicNotice = hasPublicData
  ? ""
  : " (skipped: the public reference data are not beside the project)";
const publicEntries = hasPublicData
  ? read(resolve(publicFolder, "expected.json"))
  : new Map<string, ExpectedEntry>();

/** Public entries whose id begins so; none where the data are absent. */
export function publicExpected(prefix: string): ExpectedEntry[] {
  return [...publicEntries.values()].filter((entry) => entry.id.startsWith(prefix));
}

/**
 * Asserts that `got` is the entry's value: numbers within |got − value| ≤ abs + rel·|value|, everything else and the
 * order of lists exactly. Keys of the entry that `got` does not have are not asked for; at least one must be there.
 */
export function expectEntry(got: unknown, entry: ExpectedEntry): void {
  compare(got, entry.value, entry, entry.id);
}

function compare(got: unknown, value: unknown, entry: ExpectedEntry, path: string): void {
  if (typeof value === "number") {
    expect(typeof got, path).toBe("number");
    const distance = Math.abs((got as number) - value);
    expect(distance, `${path}: got ${got}, expected ${value}`).toBeLessThanOrEqual(
      entry.tolerance.abs + entry.tolerance.rel * Math.abs(value),
    );
  } else if (Array.isArray(value)) {
    expect(Array.isArray(got) && got.length, path).toBe(value.length);
    value.forEach((part, i) => {
      compare((got as unknown[])[i], part, entry, `${path}[${i}]`);
    });
  } else if (value !== null && typeof value === "object") {
    const keys = Object.keys(got as object);
    expect(keys.length, path).toBeGreaterThan(0);
    for (const key of keys) {
      expect(value, path).toHaveProperty([key]);
      compare(
        (got as Record<string, unknown>)[key],
        (value as Record<string, unknown>)[key],
        entry,
        `${path}.${key}`,
      );
    }
  } else expect(got, path).toBe(value);
}
