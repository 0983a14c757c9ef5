import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Family } from "../vocabulary.ts";
import { type ShippedIndicator, shippedFileSchema, shippedIndicatorSchema } from "./shipped-schema.ts";

export type Shipped = ShippedIndicator & { family: Family; position: number; effectiveFrom: string };

/** The catalogue that comes with the portal (prisma/seed/indicators), in the order of its files. Throws when a file breaks the schema or names a code twice. */
export async function shippedIndicators(): Promise<Shipped[]> {
  const folder = path.join(process.cwd(), "prisma", "seed", "indicators");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
  const all = files.flatMap((text) => readShipped(JSON.parse(text)));
  const codes = new Set(all.map(({ code, version }) => `${code}@${version}`));
  if (codes.size !== all.length) throw new Error("prisma/seed/indicators: a code stands twice");
  return all;
}

/** One file: every line with the defaults of the file where it says nothing itself. */
export function readShipped(file: unknown): Shipped[] {
  const { family, effectiveFrom, defaults, indicators } = shippedFileSchema.parse(file);
  return indicators.map((line, position) => {
    const indicator = shippedIndicatorSchema.parse({ ...defaults, ...line });
    return { ...indicator, family, position, effectiveFrom: indicator.effectiveFrom ?? effectiveFrom };
  });
}
