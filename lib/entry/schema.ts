import { z } from "zod";
import { mostRows } from "./columns.ts";
import { mostEdits } from "./queue.ts";

const id = z.int().positive();
const idText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const label = z.string().min(1).max(12);

/** Which class and work: parts of an address, or fields of a form. */
export const entryKeySchema = z.object({ workId: idText, schoolId: idText, classLabel: label });
export type EntryKey = z.infer<typeof entryKeySchema>;

export const handOverSchema = entryKeySchema.extend({ incomplete: z.string().optional() });
export const resolveSchema = entryKeySchema.extend({
  cell: z.string().max(40),
  keep: z.enum(["first", "second"]),
});

/** One cell of a class's draft, as the address of its history names it. */
export const cellKeySchema = entryKeySchema.extend({
  row: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
  column: z.string().min(1).max(24),
});
export type CellKey = z.infer<typeof cellKeySchema>;

/** Names that a browser makes for batches and sittings. */
const token = z.string().regex(/^[0-9a-f]{8,40}$/);

/** Typed cells as the browser sends them. An empty list only asks what is new. */
export const batchSchema = z.object({
  workId: id,
  schoolId: id,
  classLabel: label,
  /** who typed, so that another person's sign-in in the same browser sends nothing in the own name */
  personId: id,
  pass: z.union([z.literal(1), z.literal(2)]),
  batch: token,
  sitting: token,
  since: z.int().min(0),
  edits: z
    .array(
      z.object({
        row: z
          .int()
          .min(0)
          .max(mostRows - 1),
        column: z.string().min(1).max(24),
        value: z.string().max(32),
        base: z.int().min(0),
      }),
    )
    .max(mostEdits),
});
export type Batch = z.infer<typeof batchSchema>;

/** The page on which a class is chosen. */
export const choiceParams = z.object({
  work: idText.optional().catch(undefined),
  school: idText.optional().catch(undefined),
  refused: z.enum(["login"]).optional().catch(undefined),
  login: z
    .string()
    .regex(/^(?:edu|sch)?\d{6}$/i)
    .transform((text) => text.slice(-6))
    .optional()
    .catch(undefined),
});
