import { z } from "zod";
import { roles } from "../platform/access/permissions.ts";

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "people.fields.email" }))
  .pipe(z.string().max(254, { error: "people.fields.email" }));
const name = z
  .string()
  .trim()
  .min(2, { error: "people.fields.name" })
  .max(120, { error: "people.fields.name" });
export const passwordSchema = z
  .string()
  .min(12, { error: "people.fields.passwordShort" })
  .max(200, { error: "people.fields.passwordLong" });
const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const role = z.enum(roles, { error: "people.fields.role" });

export const signInSchema = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, { error: "people.fields.emailEmpty" })
    .max(254, { error: "people.fields.email" }),
  password: z
    .string()
    .min(1, { error: "people.fields.passwordEmpty" })
    .max(200, { error: "people.fields.passwordLong" }),
  to: z.string().optional(),
});
export type SignInInput = z.infer<typeof signInSchema>;

/** Where a person works, as a form sends it: `region:1`, `municipality:3`, `school:12`, or nothing for the whole portal. */
const unit = z
  .string()
  .regex(/^$|^(region|municipality|school):\d{1,9}$/, { error: "people.fields.unit" })
  .transform((text) => {
    const [kind, id] = text.split(":");
    return kind && id ? { [`${kind}Id`]: Number(id) } : {};
  });

/** Ids of the units that a person may be bound to; which of them the role needs is decided by `unitIds`. */
export interface UnitChoice {
  regionId?: number | null | undefined;
  municipalityId?: number | null | undefined;
  schoolId?: number | null | undefined;
}

export interface InviteInput extends UnitChoice {
  email: string;
  name: string;
  role: z.infer<typeof role>;
  /** A teacher's classes as `2025:5А`. */
  classLabels?: readonly string[];
}
export const inviteSchema = z
  .object({ email, name, role, unit })
  .transform(({ unit, ...person }): InviteInput => ({ ...person, ...unit }));

export interface PlacePersonInput extends UnitChoice {
  personId: number;
  version: number;
  role: z.infer<typeof role>;
}
export const placePersonSchema = z
  .object({ personId: whole, version: whole, role, unit })
  .transform(({ unit, ...person }): PlacePersonInput => ({ ...person, ...unit }));

export const personClassesSchema = z.object({
  personId: whole,
  version: whole,
  classLabels: z
    .array(z.string().regex(/^20\d\d:.{1,12}$/u))
    .max(200)
    .default([]),
});
export type PersonClassesInput = z.infer<typeof personClassesSchema>;

export const personIdSchema = z.object({ personId: whole });
export const switchPersonSchema = z.object({
  personId: whole,
  on: z.enum(["yes", "no"]).transform((text) => text === "yes"),
});

export const acceptInvitationSchema = z
  .object({ token: z.string().min(20).max(200), password: passwordSchema, passwordAgain: z.string() })
  .refine((input) => input.password === input.passwordAgain, {
    path: ["passwordAgain"],
    error: "people.fields.passwordsDiffer",
  });
export type AcceptInvitationInput = Omit<z.infer<typeof acceptInvitationSchema>, "passwordAgain">;

export const changePasswordSchema = z
  .object({
    current: z
      .string()
      .min(1, { error: "people.fields.passwordEmpty" })
      .max(200, { error: "people.fields.passwordLong" }),
    password: passwordSchema,
    passwordAgain: z.string(),
  })
  .refine((input) => input.password === input.passwordAgain, {
    path: ["passwordAgain"],
    error: "people.fields.passwordsDiffer",
  })
  .refine((input) => input.password !== input.current, {
    path: ["password"],
    error: "people.fields.passwordSame",
  });
export const nothingSchema = z.object({});
