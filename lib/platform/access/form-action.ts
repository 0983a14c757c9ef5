import type { ZodType } from "zod";
import { currentInstant } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import type { FormState, FormValues } from "./form-state.ts";
import { currentViewer } from "./session.ts";
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
    if (!parsed.success)
      return {
        status: "invalid",
        fields: fieldMessages(parsed.error.issues),
        values: withoutSecrets(values),
      };
    try {
      const done = await run(await currentViewer(), parsed.data, currentInstant());
      return { status: "done", ...done };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return {
        status: "refused",
        messageKey: error.messageKey,
        params: error.params,
        values: withoutSecrets(values),
      };
    }
  };
}

/** Texts of a form; a name that ends in [] is a list. Files go through the upload route, never here. */
function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue; // React's own fields
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    values[name.replace(/\[\]$/, "")] = name.endsWith("[]") ? texts : (texts[0] ?? "");
  }
  return values;
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
