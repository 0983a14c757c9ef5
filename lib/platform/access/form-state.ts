/**
 * What a form shows after it was sent. `fields` and `messageKey` are keys of messages; `words` are their sentences in the
 * reader's language, so that the browser needs no translator. Safe in the browser.
 */
export type FormState =
  | { status: "idle" }
  | {
      status: "done";
      messageKey?: string;
      params?: Readonly<Record<string, string | number>>;
      /** Null when there is nothing to say. */
      words: string | null;
    }
  | {
      status: "invalid";
      fields: Record<string, string>;
      /** The heading of the list of errors, and what is wrong by field. */
      words: { title: string; fields: Record<string, string> };
      values: FormValues;
    }
  | {
      status: "refused";
      messageKey: string;
      params: Readonly<Record<string, string | number>>;
      words: string;
      values: FormValues;
    };

/** What was typed, to be shown again; passwords are never among it. */
export type FormValues = Record<string, string | string[]>;

export const idle: FormState = { status: "idle" };

/** The text that was typed into a field before the form came back. */
export function typed(state: FormState, name: string): string | undefined {
  const value = "values" in state ? state.values[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** What is wrong with a field, in words. */
export function fieldWords(state: FormState, name: string): string | undefined {
  return state.status === "invalid" ? state.words.fields[name] : undefined;
}
