import { z } from "zod";

const whole = (least: number, most: number, key: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, { error: key })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: key });

/** A new version of the rule. Messages are keys. */
export const ruleSchema = z.object({
  regionId: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  thresholdPercent: whole(1, 100, "flags.fields.threshold"),
  minimumParticipants: whole(1, 100, "flags.fields.minimum"),
  combine: z.enum(["OR", "AND"], { error: "flags.fields.combine" }),
  reason: z
    .string()
    .trim()
    .min(5, { error: "flags.fields.reason" })
    .max(1000, { error: "flags.fields.reasonLong" }),
  /** The version that the form was opened on, so that two people do not adopt over each other. */
  basedOn: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});
export type RuleInput = z.infer<typeof ruleSchema>;
