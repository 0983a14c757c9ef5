import type { ZodType } from "zod";
import { sentence } from "#messages/sentence.ts";
import { translator } from "#messages/translate.ts";
import { currentInstant } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import type { FormState, FormValues } from "./form-state.ts";
import { currentLocale, currentViewer } from "./session.ts";
import type { Viewer } from "./viewer.ts";

// A client component takes `idle` and the type from form-state.ts: this file is for the server only.
export { type FormState, idle } from "./form-state.ts";

/** What a run may answer: nothing, or a message to show. */
export type Done = undefined | { messageKey: string; params?: Record<string, string | number> };

/**
 * The one way a form writes: parse → viewer → command → refresh. A refusal comes back as words beside what was typed;
 * a defect is thrown to the error page.
 */
export function formAction<T>(
  schema: ZodType<T>,
  run: (viewer: Viewer, input: T, now: Date) => Promise<Done>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const values = formValues(form);
    const parsed = schema.safeParse(values);
    if (!parsed.success) return invalid(fieldMessages(parsed.error.issues), values);
    try {
      const done = await run(await currentViewer(), parsed.data, currentInstant());
      const words = done ? sentence(await currentLocale(), done.messageKey, done.params) : null;
      return { status: "done", ...done, words };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const { messageKey, params } = error;
      const words = sentence(await currentLocale(), messageKey, params);
      return { status: "refused", messageKey, params, words, values: withoutSecrets(values) };
    }
  };
}

async function invalid(fields: Record<string, string>, values: FormValues): Promise<FormState> {
  const locale = await currentLocale();
  const words = Object.entries(fields).map(([name, key]) => [name, sentence(locale, key)] as const);
  const title = translator(locale, "ui")("errors.title", { count: words.length });
  return {
    status: "invalid",
    fields,
    words: { title, fields: Object.fromEntries(words) },
    values: withoutSecrets(values),
  };
}

/** Texts of a form; a name that ends in [] is a list. Files go through the upload route, never here. */
function formValues(form: FormData): FormValues {
  // Names that begin with $ are React's own.
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const texts = form.getAll(name).filter((value) => typeof value === "string");
      return [name.replace(/\[\]$/, ""), name.endsWith("[]") ? texts : (texts[0] ?? "")];
    }),
  );
}

function fieldMessages(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[issue.path.map(String).join(".") || "form"] ??= issue.message;
  return fields;
}

/** What was typed comes back into the form, but a password never does. */
function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}
