import { z } from "zod";
import { classLabelParts } from "./class-rules.ts";
import { localityKinds, loginDigits, roundDegrees, schoolKinds } from "./rules.ts";

/** Messages of these schemas are keys from the root of messages: `schools.fields.…`. */
const id = z
  .string()
  .regex(/^\d{1,9}$/, { error: "schools.fields.id" })
  .transform(Number);
const text = (longest: number, error: string) =>
  z
    .string()
    .optional()
    .transform((value) => (value ?? "").replace(/\s+/g, " ").trim())
    .pipe(z.string().max(longest, { error }));
const neededText = (longest: number, error: string) =>
  text(longest, error).pipe(z.string().min(2, { error }));
const day = z.iso.date({ error: "schools.fields.day" });
const login = z
  .string()
  .optional()
  .transform((value) => loginDigits(value ?? ""))
  .pipe(z.string({ error: "schools.fields.login" }));
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== "");

/** A whole number, or nothing: an empty field is null and never 0. */
const wholeOrNone = (most: number, error: string) =>
  text(12, error).pipe(
    z.union(
      [
        z.literal("").transform(() => null),
        z
          .string()
          .regex(/^\d{1,6}$/)
          .transform(Number)
          .pipe(z.number().max(most)),
      ],
      { error },
    ),
  );

/** Degrees with a point or a comma, or nothing. */
const degrees = (most: number, error: string) =>
  text(24, error).pipe(
    z.union(
      [
        z.literal("").transform(() => null),
        z
          .string()
          .regex(/^-?\d{1,3}(?:[.,]\d{1,15})?$/)
          .transform((value) => roundDegrees(Number(value.replace(",", "."))))
          .pipe(z.number().min(-most).max(most)),
      ],
      { error },
    ),
  );

/** What is said of a school besides its login, municipality and history. */
const card = {
  name: neededText(200, "schools.fields.name"),
  fullName: text(500, "schools.fields.fullName"),
  kind: z.enum(schoolKinds, { error: "schools.fields.kind" }),
  locality: text(120, "schools.fields.locality"),
  localityKind: z.enum(localityKinds, { error: "schools.fields.localityKind" }),
  pupils: wholeOrNone(100_000, "schools.fields.pupils"),
  correctional: ticked,
  latitude: degrees(90, "schools.fields.latitude"),
  longitude: degrees(180, "schools.fields.longitude"),
};
const bothCoordinates = (input: { latitude: number | null; longitude: number | null }) =>
  (input.latitude === null) === (input.longitude === null);
const coordinates = { path: ["longitude"], error: "schools.fields.coordinates" };

export const addSchoolSchema = z
  .object({ municipalityId: id, login, ...card })
  .refine(bothCoordinates, coordinates);
export type AddSchoolInput = z.infer<typeof addSchoolSchema>;

export const editSchoolSchema = z
  .object({ schoolId: id, version: id, ...card })
  .refine(bothCoordinates, coordinates);
export type EditSchoolInput = z.infer<typeof editSchoolSchema>;

export const renameSchoolSchema = z.object({
  schoolId: id,
  version: id,
  name: card.name,
  fullName: card.fullName,
  happenedOn: day,
  note: text(500, "schools.fields.note"),
});
export type RenameSchoolInput = z.infer<typeof renameSchoolSchema>;

export const mergeSchoolSchema = z.object({
  schoolId: id,
  version: id,
  successorLogin: login,
  happenedOn: day,
  note: text(500, "schools.fields.note"),
});
export type MergeSchoolInput = z.infer<typeof mergeSchoolSchema>;

export const addRegionSchema = z.object({
  code: text(12, "schools.fields.regionCode").pipe(
    z.string().regex(/^\d{2,3}$/, { error: "schools.fields.regionCode" }),
  ),
  name: neededText(200, "schools.fields.areaName"),
});
export type AddRegionInput = z.infer<typeof addRegionSchema>;

export const addMunicipalitySchema = z.object({
  regionId: id,
  code: text(40, "schools.fields.municipalityCode").pipe(
    z.string().regex(/^[\w.-]{2,40}$/, { error: "schools.fields.municipalityCode" }),
  ),
  name: neededText(200, "schools.fields.areaName"),
});
export type AddMunicipalityInput = z.infer<typeof addMunicipalitySchema>;

export interface ClassInput {
  grade: number;
  label: string;
  pupils: number | null;
}

/** The classes of one school year: rows of a form, a row without a class is not a class. `base` is the list that was edited. */
export const setClassesSchema = z
  .object({
    schoolId: id,
    year: z
      .string()
      .regex(/^20\d\d$/, { error: "schools.fields.year" })
      .transform(Number),
    base: z.string().max(20_000),
    label: z.array(z.string().max(20)).max(300).default([]),
    pupils: z.array(z.string().max(12)).max(300).default([]),
  })
  .transform((input, context) => {
    const classes: ClassInput[] = [];
    for (const [index, printed] of input.label.entries()) {
      if (printed.trim() === "") continue;
      const parts = classLabelParts(printed);
      const pupils = wholeOrNone(99, "schools.fields.classPupils").safeParse(input.pupils[index] ?? "");
      if (!parts)
        context.addIssue({ code: "custom", path: ["label", index], message: "schools.fields.classLabel" });
      else if (classes.some((one) => one.label === parts.label))
        context.addIssue({ code: "custom", path: ["label", index], message: "schools.fields.classTwice" });
      if (!pupils.success)
        context.addIssue({ code: "custom", path: ["pupils", index], message: "schools.fields.classPupils" });
      if (parts && pupils.success)
        classes.push({ grade: parts.grade, label: parts.label, pupils: pupils.data });
    }
    return { schoolId: input.schoolId, year: input.year, base: input.base, classes };
  });
export type SetClassesInput = z.infer<typeof setClassesSchema>;

/** What to do with a school whose name in a file is another one: leave ours, record a renaming, or correct a slip of the pen. */
export const nameChoices = ["keep", "rename", "correct"] as const;
export type NameChoice = (typeof nameChoices)[number];

/** Applying a checked registry file: which draft, in which state it was seen, and `name.970014` = what to do with each new name. */
export const applyRegistrySchema = z
  .object({ draftId: id, fingerprint: z.string().regex(/^[0-9a-f]{64}$/), renamedOn: z.string().optional() })
  .catchall(z.unknown())
  .transform((input, context) => {
    const names = new Map<string, NameChoice>();
    for (const [field, value] of Object.entries(input)) {
      const digits = /^name\.(\d{6})$/.exec(field)?.[1];
      const choice = z.enum(nameChoices).safeParse(value);
      if (digits !== undefined && choice.success) names.set(digits, choice.data);
    }
    const renamedOn = day.safeParse(input.renamedOn ?? "");
    if ([...names.values()].includes("rename") && !renamedOn.success)
      context.addIssue({ code: "custom", path: ["renamedOn"], message: "schools.fields.day" });
    return {
      draftId: input.draftId,
      fingerprint: input.fingerprint,
      names,
      renamedOn: renamedOn.data ?? null,
    };
  });
export type ApplyRegistryInput = z.infer<typeof applyRegistrySchema>;

export const draftIdSchema = z.object({ draftId: id });

/** What the list of schools is asked for; whatever cannot be read is not asked. */
export const listSchema = z.object({
  q: z.string().max(200).catch(""),
  municipality: id.nullable().catch(null),
  page: id.catch(1),
});

/** The parts of an address. */
export const idParam = id;
export const yearParam = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number)
  .nullable()
  .catch(null);
export const doneParam = z
  .enum(["added", "edited", "renamed", "merged", "classes", "region", "municipality"])
  .nullable()
  .catch(null);
export const refusedParam = z.enum(["empty", "tooLarge", "tooMany", "broken"]).nullable().catch(null);
