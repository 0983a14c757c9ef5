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

/** What a person says about an export of a journal: whose it is, of which year, and which column stands beside which work. */
export const journalAnswerSchema = z
  .object({ importId: idText })
  .extend(givenSchema.pick({ login: true, year: true }).shape)
  .loose()
  .transform(({ importId, login, year, ...rest }) => ({
    importId,
    login,
    year,
    periods: Object.fromEntries(
      Object.entries(rest).flatMap(([name, heading]) => {
        const work = /^period-(\d{1,9})$/.exec(name)?.[1];
        return work === undefined || typeof heading !== "string" ? [] : [[work, heading.slice(0, 120)]];
      }),
    ),
  }));
/** What is kept of these answers; a heading "" = no column stands beside this work. */
export type GivenJournal = Given & { periods?: Readonly<Record<string, string>> };

export const importIdSchema = z.object({ importId: idText });
export const answerSchema = givenSchema.extend({ importId: idText });

/** Files that were brought at once: the first and the last number. */
export const dropSchema = z
  .object({ from: idText, to: idText })
  .refine(({ from, to }) => from <= to && to - from < 1_000);
export type Drop = z.infer<typeof dropSchema>;

/** Parts of addresses. */
export const idParam = idText;
const page = idText.catch(1);
export const pageParams = z.object({ page });
export const findingsParams = z.object({
  page,
  code: z
    .string()
    .regex(/^[A-Za-z0-9]{1,40}$/)
    .optional()
    .catch(undefined),
});
export const fileRowParams = z.object({
  sheet: z.string().max(200),
  row: idText,
  col: idText.optional().catch(undefined),
});
/** No more files than this in one drop. */
export const mostFilesAtOnce = 100;

/** Why the page of choosing files was returned to. */
export const uploadRefusals = ["empty", "tooMany", "broken", "invalid"] as const;
export const uploadParams = z.object({ refused: z.enum(uploadRefusals).optional().catch(undefined) });
export const rowsParams = z.object({ page, class: z.string().max(12).optional().catch(undefined) });
export const worksParams = z.object({
  page,
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  work: idText.optional().catch(undefined),
});
export const templateParams = z.object({
  work: idText,
  school: z
    .string()
    .regex(/^(?:edu|sch)?\d{6}$/i)
    .transform((text) => text.slice(-6))
    .optional(),
  format: z.enum(["xlsx", "csv"]).catch("xlsx"),
});

/** Which marks are to be recounted by which edition of the scale, and how many changes the person was shown. */
export const rescaleSchema = z.object({ workId: idText, edition: idText, expected: idText });
