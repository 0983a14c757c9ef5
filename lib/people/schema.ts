import { z } from "zod";
import { roles } from "../platform/access/permissions.ts";

/** Messages of these schemas are keys of messages/people.json → fields. */
const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "email" }))
  .pipe(z.string().max(254, { error: "email" }));
const name = z.string().trim().min(2, { error: "name" }).max(120, { error: "name" });
export const passwordSchema = z
  .string()
  .min(12, { error: "passwordShort" })
  .max(200, { error: "passwordLong" });
const id = z.union([
  z.literal("").transform(() => null),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);

export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1, { error: "emailEmpty" }).max(254, { error: "email" }),
  password: z.string().min(1, { error: "passwordEmpty" }).max(200, { error: "passwordLong" }),
  to: z.string().optional(),
});
export type SignInInput = z.infer<typeof signInSchema>;

/** Role and unit of a person; which unit a role needs is checked by `unitOfRole`. */
const placement = {
  role: z.enum(roles, { error: "role" }),
  regionId: id.optional(),
  municipalityId: id.optional(),
  schoolId: id.optional(),
  classLabels: z
    .string()
    .optional()
    .transform((text) => (text ?? "").split(/[\s,;]+/).filter(Boolean)),
};
export const inviteSchema = z.object({ email, name, ...placement });
export type InviteInput = z.infer<typeof inviteSchema>;

export const placePersonSchema = z.object({
  personId: z.coerce.number().int().positive(),
  version: z.coerce.number().int(),
  ...placement,
});
export type PlacePersonInput = z.infer<typeof placePersonSchema>;

export const personIdSchema = z.object({
  personId: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

export const acceptInvitationSchema = z
  .object({ token: z.string().min(20).max(200), password: passwordSchema, repeated: z.string() })
  .refine((input) => input.password === input.repeated, { path: ["repeated"], error: "passwordsDiffer" });
export type AcceptInvitationInput = z.infer<typeof acceptInvitationSchema>;
