import { type Locale, loadMessages, type Messages } from "#messages/load.ts";

/** What answers to the forms of works may say; only these sentences travel to the browser. */
export function formMessages(locale: Locale): Messages {
  const { ui, errors, assessments } = loadMessages(locale) as {
    ui: Messages;
    errors?: Messages;
    assessments: Messages;
  };
  const {
    fields,
    refused,
    import: loading,
  } = assessments as { fields: Messages; refused: Messages; import: { applied: string } };
  return {
    ui: { errors: ui.errors ?? {} },
    errors: errors ?? {},
    assessments: { fields, refused, import: { applied: loading.applied } },
  };
}
