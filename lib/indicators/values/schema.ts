import { z } from "zod";
import { readUnit } from "./unit.ts";

const one = z.union([z.string(), z.array(z.string()).transform((list) => list[0] ?? "")]);

/** Parts of the addresses of values. */
export const valueParams = z.object({
  unit: one.transform(readUnit).nullable().catch(null),
  year: one
    .pipe(z.string().regex(/^20\d\d$/))
    .transform(Number)
    .nullable()
    .catch(null),
  all: one.transform((text) => text === "1").catch(false),
});

export const idText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
