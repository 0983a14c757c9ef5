import { z } from "zod";

/** What a column of an unknown table can be. `skip` = it is not read; `names` = it holds names and is never read nor kept. */
export const meanings = [
  "skip",
  "code",
  "class",
  "classLetter",
  "variant",
  "sex",
  "journal",
  "total",
  "mark",
  "task",
  "login",
  "school",
  "municipality",
  "loadedOn",
  "names",
] as const;
export type Meaning = (typeof meanings)[number];

/** Meanings that only one column of a table can have. */
export const singleMeanings: readonly Meaning[] = [
  "code",
  "class",
  "classLetter",
  "sex",
  "journal",
  "total",
  "mark",
  "login",
  "school",
  "municipality",
  "loadedOn",
];

const mappedColumn = z.object({
  /** 1-based */
  column: z.number().int().min(1).max(512),
  meaning: z.enum(meanings),
  /** key of the task (forms.md D-38) and its maximum, when the header states it */
  task: z.string().max(16).nullable(),
  max: z.number().int().min(1).max(999).nullable(),
});

/** A table read by what a person said of its columns. `tasksByPlace` = tasks are only numbered: they are those of the work in its order. */
export const mappingSchema = z.object({ columns: z.array(mappedColumn).max(512), tasksByPlace: z.boolean() });
export type MappedColumn = z.infer<typeof mappedColumn>;
export type Mapping = z.infer<typeof mappingSchema>;

/** Where the header of a table stands; `row` is 1-based. */
export interface HeaderPlace {
  sheet: string;
  row: number;
}

/** A named layout that fits a table: which version of it reads the file. */
export interface Preset {
  id: number;
  version: number;
  name: string;
  fingerprint: string;
  mapping: Mapping;
}

/** Why a mapping cannot be read, as a key of messages; null when it can. */
export function mappingProblem(
  mapping: Mapping,
): "noCode" | "noTasks" | "twice" | "taskTwice" | "nothing" | null {
  const used = mapping.columns.filter(({ meaning }) => meaning !== "skip" && meaning !== "names");
  if (used.length === 0) return "nothing";
  if (!used.some(({ meaning }) => meaning === "code")) return "noCode";
  const tasks = used.filter(({ meaning }) => meaning === "task");
  if (tasks.length === 0) return "noTasks";
  for (const meaning of singleMeanings)
    if (used.filter((column) => column.meaning === meaning).length > 1) return "twice";
  const codes = tasks.map(({ task }) => task);
  return new Set(codes).size === codes.length ? null : "taskTwice";
}
