import { z } from "zod";
import { unitCodes } from "../units.ts";
import {
  addressees,
  aggregations,
  directions,
  families,
  instruments,
  objects,
  performers,
  periods,
  ruleKinds,
  sources,
} from "../vocabulary.ts";

// What a file of prisma/seed/indicators may say. A line that breaks it is a defect of the release, never a person's mistake.

const inBoth = z.strictObject({ ru: z.string().min(1), uk: z.string().min(1) });
const day = z.iso.date();

const basisSchema = z.strictObject({
  citation: z.string().min(1),
  ruleKind: z.enum(ruleKinds),
  needsCheck: z.boolean(),
});

const thresholdsSchema = z.strictObject({
  optimal: z.number(),
  sufficient: z.number(),
  acceptable: z.number(),
  ruleKind: z.enum(ruleKinds),
  needsCheck: z.boolean(),
  citation: z.string().min(1),
});

/** One indicator as it is loaded: the defaults of its file filled in. */
export const shippedIndicatorSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]?\d*(\.\d+)*$/),
  name: inBoth,
  definition: inBoth,
  object: z.enum(objects),
  unit: z.enum(unitCodes),
  decimals: z.int().min(0).max(4),
  direction: z.enum(directions),
  numerator: z.string().min(1).nullable().default(null),
  denominator: z.string().min(1).nullable().default(null),
  condition: z.string().min(1).nullable().default(null),
  aggregation: z.enum(aggregations),
  period: z.enum(periods),
  dueDays: z.int().min(0).max(366),
  source: z.enum(sources),
  instrument: z.enum(instruments),
  performer: z.enum(performers),
  addressees: z.array(z.enum(addressees)).min(1),
  ruleKind: z.enum(ruleKinds),
  needsCheck: z.boolean(),
  weight: z.number().min(0).max(1).nullable().default(null),
  basis: z.array(basisSchema).min(1),
  thresholds: thresholdsSchema.nullable().default(null),
  /** A corrected release of one indicator counts up, says from when it holds and what changed; the versions before stay. */
  version: z.int().min(1).default(1),
  effectiveFrom: day.optional(),
  note: z.string().default(""),
});
export type ShippedIndicator = z.infer<typeof shippedIndicatorSchema>;

export const shippedFileSchema = z.strictObject({
  family: z.enum(families),
  /** From when all of its first versions hold */
  effectiveFrom: day,
  defaults: z.record(z.string(), z.unknown()),
  indicators: z.array(z.record(z.string(), z.unknown())).min(1),
});
