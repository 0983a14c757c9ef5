import { z } from "zod";

const idText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const optional = <T>(schema: z.ZodType<T, string>) =>
  z.union([z.literal("").transform(() => undefined), schema]).optional();

/** What a person says about a file that the file itself leaves open. */
export const givenSchema = z.object({
  /** Work for forms that name neither subject nor grade nor year. */
  workId: optional(idText),
  /** Six digits of the school's login for forms that do not name the school. */
  login: optional(
    z
      .string()
      .regex(/^(?:edu|sch)?\d{6}$/i, { error: "results.fields.login" })
      .transform((text) => text.slice(-6)),
  ),
  year: optional(
    z
      .string()
      .regex(/^20\d\d$/, { error: "results.fields.year" })
      .transform(Number),
  ),
});
export type Given = z.infer<typeof givenSchema>;

export const importIdSchema = z.object({ importId: idText });
export const answerSchema = givenSchema.extend({ importId: idText });
