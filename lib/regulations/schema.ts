import { z } from "zod";
import type { Day } from "../platform/clock.ts";

export const levels = ["federal", "regional", "municipal", "school"] as const;
export type Level = (typeof levels)[number];

export const kinds = ["law", "order", "letter", "provision", "plan", "recommendation", "other"] as const;
export type Kind = (typeof kinds)[number];

/** What a regulation is about; the library is walked by it. */
export const topics = [
  "quality",
  "selfEvaluation",
  "schedule",
  "examinations",
  "independent",
  "management",
  "openness",
  "personalData",
  "other",
] as const;
export type Topic = (typeof topics)[number];

/** A section or clause of an edition. `key` is the same clause through all editions of its regulation. */
export interface Clause {
  key: string;
  /** as printed, without the last point: «2.3.1»; "" when it has none */
  number: string;
  heading: string;
  body: string;
  /** 1 for a section, 2 for a clause in it, and so on */
  depth: number;
}

/** An edition without its text. Days are calendar days; only a draft may still lack them. */
export interface Edition {
  id: number;
  number: string;
  adoptedOn: Day | null;
  effectiveFrom: Day | null;
  /** the last day on which it is in force; null while no end is known */
  effectiveTo: Day | null;
  adoptedBy: string;
  replacesId: number | null;
  status: "draft" | "adopted";
  note: string;
  version: number;
}

const id = z
  .string()
  .regex(/^\d{1,9}$/, { error: "regulations.fields.id" })
  .transform(Number);
const day = z.iso.date({ error: "regulations.fields.day" });
const dayOrNone = z.union([z.literal("").transform(() => null), day]);
const line = (most: number) => z.string().trim().max(most, { error: "regulations.fields.long" });
const list = z
  .union([z.array(z.string()), z.string().transform((one) => (one === "" ? [] : [one]))])
  .optional()
  .transform((all) => all ?? []);

export const regulationIdSchema = id;

const card = {
  title: line(400).min(5, { error: "regulations.fields.title" }),
  shortTitle: line(60)
    .optional()
    .transform((text) => text ?? ""),
  kind: z.enum(kinds, { error: "regulations.fields.kind" }),
  topic: z.enum(topics, { error: "regulations.fields.topic" }),
  public: z
    .string()
    .optional()
    .transform((text) => text === "on"),
};

/** A new regulation of the viewer's own unit; offices of the region may also keep cards of federal acts. */
export const addRegulationSchema = z.object({
  ...card,
  level: z.enum(levels, { error: "regulations.fields.level" }),
});
export type AddRegulationInput = z.infer<typeof addRegulationSchema>;

export const editRegulationSchema = z.object({ ...card, regulationId: id, version: id });
export type EditRegulationInput = z.infer<typeof editRegulationSchema>;

const facts = {
  number: line(60).min(1, { error: "regulations.fields.number" }),
  adoptedOn: dayOrNone,
  effectiveFrom: dayOrNone,
  effectiveTo: dayOrNone,
  adoptedBy: line(300),
  note: line(1000),
};

/** A draft of an edition: `copyText` takes over the text of the edition that it follows. */
export const addEditionSchema = z.object({
  regulationId: id,
  ...facts,
  copyText: z
    .string()
    .optional()
    .transform((text) => text === "on"),
});
export type AddEditionInput = z.infer<typeof addEditionSchema>;

/** The facts of a draft; `version` is the one that the form was opened on. */
export const editEditionSchema = z.object({ editionId: id, version: id, ...facts });
export type EditEditionInput = z.infer<typeof editEditionSchema>;

export const editionVersionSchema = z.object({ editionId: id, version: id });
export type EditionVersionInput = z.infer<typeof editionVersionSchema>;

/** The last day of an adopted edition that nothing replaces: the act is repealed. */
export const endEditionSchema = z.object({ editionId: id, effectiveTo: day });
export type EndEditionInput = z.infer<typeof endEditionSchema>;

const clauseText = {
  number: line(30)
    .regex(/^[\p{L}\d.\-–()]*$/u, { error: "regulations.fields.clauseNumber" })
    .transform((text) => text.replace(/[.)]+$/, "")),
  heading: line(500),
  body: line(20_000).transform((text) => text.replaceAll("\r\n", "\n")),
  depth: z
    .string()
    .regex(/^[1-6]$/, { error: "regulations.fields.depth" })
    .transform(Number),
};

/** A changed clause of a draft. */
export const editClauseSchema = z
  .object({ editionId: id, version: id, clauseKey: line(80), ...clauseText })
  .refine(({ heading, body }) => heading !== "" || body !== "", {
    error: "regulations.fields.clauseEmpty",
    path: ["body"],
  });
export type EditClauseInput = z.infer<typeof editClauseSchema>;

/** A new clause behind `after` (a clause key; "" puts it first). */
export const addClauseSchema = z
  .object({ editionId: id, version: id, after: line(80), ...clauseText })
  .refine(({ heading, body }) => heading !== "" || body !== "", {
    error: "regulations.fields.clauseEmpty",
    path: ["body"],
  });
export type AddClauseInput = z.infer<typeof addClauseSchema>;

export const clauseStepSchema = z.object({
  editionId: id,
  version: id,
  clauseKey: line(80),
  step: z.enum(["up", "down", "remove"], { error: "regulations.fields.id" }),
});
export type ClauseStepInput = z.infer<typeof clauseStepSchema>;

export const fileIdSchema = z.object({ editionId: id, version: id, fileId: id });
export type FileIdInput = z.infer<typeof fileIdSchema>;

/** What the reviewer decided about the text read from a file: rows left out, rows joined to the one above. */
export const takeImportSchema = z.object({ importId: id, version: id, leftOut: list, joined: list });
export type TakeImportInput = z.infer<typeof takeImportSchema>;

export const dropImportSchema = z.object({ importId: id });
export type DropImportInput = z.infer<typeof dropImportSchema>;

/** Who of the viewer's unit must read an edition; roles, people or both. */
export const askToReadSchema = z
  .object({
    editionId: id,
    roles: list,
    people: list.transform((ids) => ids.filter((text) => /^\d{1,9}$/.test(text)).map(Number)),
    dueOn: day,
  })
  .refine(({ roles, people }) => roles.length + people.length > 0, {
    error: "regulations.fields.whom",
    path: ["roles"],
  });
export type AskToReadInput = z.infer<typeof askToReadSchema>;

export const closeReadingSchema = z.object({ readingId: id, version: id });
export type CloseReadingInput = z.infer<typeof closeReadingSchema>;

export const markReadSchema = z.object({ editionId: id });
export type MarkReadInput = z.infer<typeof markReadSchema>;

const chosen = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** What the library is asked for, from its address. A value that is none is as if it were not there. */
export const libraryFilterSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  level: chosen(levels),
  kind: chosen(kinds),
  topic: chosen(topics),
  on: z.iso.date().optional().catch(undefined),
});
export type LibraryFilter = z.infer<typeof libraryFilterSchema>;

export const slugSchema = z.string().regex(/^[a-z0-9-]{1,100}$/);
export const clauseKeySchema = z.string().regex(/^[\p{L}\d.-]{1,80}$/u);
