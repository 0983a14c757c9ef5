import { z } from "zod";
import { verbs } from "./rules.ts";

const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const reason = z.string().trim().max(1000, { error: "submissions.fields.reasonLong" });
const needed = reason.min(5, { error: "submissions.fields.reason" });
const day = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: "submissions.fields.day" })
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)), { error: "submissions.fields.day" })
  .transform((text) => text as `${number}-${number}-${number}`);

const confirmPrefix = "confirm-";

/** The field in which a warning is confirmed. */
export function confirmField(problemKey: string): string {
  return `${confirmPrefix}${problemKey}`;
}

/** One decision about one submission, with the version that the form was opened on. */
export const moveSchema = z
  .object({ schoolId: id, workId: id, version: id, verb: z.enum(verbs), reason: reason.default("") })
  .catchall(z.string().trim().max(1000, { error: "submissions.fields.reasonLong" }))
  .transform(({ schoolId, workId, version, verb, reason, ...others }) => ({
    ...{ schoolId, workId, version, verb, reason },
    confirmed: Object.fromEntries(
      Object.entries(others).flatMap(([name, text]) =>
        name.startsWith(confirmPrefix) && text !== ""
          ? [[name.slice(confirmPrefix.length), String(text)]]
          : [],
      ),
    ) as Record<string, string>,
  }));
export type MoveInput = z.infer<typeof moveSchema>;

/** Several approved submissions at once: `school:work:version` each. */
export const acceptManySchema = z.object({
  chosen: z
    .array(z.string().regex(/^\d{1,9}:\d{1,9}:\d{1,9}$/))
    .min(1, { error: "submissions.fields.chosen" })
    .max(500)
    .transform((texts) =>
      texts.map((text) => {
        const [schoolId = 0, workId = 0, version = 0] = text.split(":").map(Number);
        return { schoolId, workId, version };
      }),
    ),
});

const days = { opensOn: day, dueOn: day, closesOn: day };
const inOrder = (input: { opensOn: string; dueOn: string; closesOn: string }) =>
  input.opensOn <= input.dueOn && input.dueOn <= input.closesOn;

export const campaignSchema = z
  .object({
    title: z
      .string()
      .trim()
      .min(3, { error: "submissions.fields.title" })
      .max(200, { error: "submissions.fields.title" }),
    /** `region-1` or `municipality-11`. */
    area: z
      .string()
      .regex(/^(region|municipality)-\d{1,9}$/, { error: "submissions.fields.area" })
      .transform((text) => {
        const [kind = "", number = ""] = text.split("-");
        return { kind: kind as "region" | "municipality", id: Number(number) };
      }),
    works: z.array(id, { error: "submissions.fields.works" }).min(1, { error: "submissions.fields.works" }),
    ...days,
  })
  .refine(inOrder, { error: "submissions.fields.order", path: ["dueOn"] });
export type CampaignInput = z.infer<typeof campaignSchema>;

export const extendSchema = z
  .object({ campaignId: id, version: id, ...days, reason: needed })
  .refine(inOrder, { error: "submissions.fields.order", path: ["dueOn"] });
export type ExtendInput = z.infer<typeof extendSchema>;

export const closeSchema = z.object({
  campaignId: id,
  version: id,
  closed: z.enum(["yes", "no"]),
  reason: needed,
});
export type CloseInput = z.infer<typeof closeSchema>;

export const exceptionSchema = z.object({ campaignId: id, schoolId: id, untilOn: day, reason: needed });
export type ExceptionInput = z.infer<typeof exceptionSchema>;

export const lockAllSchema = z.object({ campaignId: id });

const place = { schoolId: id, workId: id, classLabel: z.string().max(20) };
export const ownerSchema = z.object({ ...place, ownerId: id });
export const explainSchema = z.object({ ...place, count: id, explanation: needed });
export type ExplainInput = z.infer<typeof explainSchema>;

export const mailChoiceSchema = z.object({ digest: z.enum(["yes", "no"]) });

/** Parts of addresses. */
export const idParam = id;
export const listParams = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  state: z
    .enum(["draft", "submitted", "approved", "accepted", "returned", "locked"])
    .optional()
    .catch(undefined),
  work: id.optional().catch(undefined),
  municipality: id.optional().catch(undefined),
});
