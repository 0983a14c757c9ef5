/** What a form shows after it was sent. `fields` and `messageKey` are keys of messages, never sentences. Safe in the browser. */
export type FormState =
  | { status: "idle" }
  | { status: "done"; messageKey?: string; params?: Readonly<Record<string, string | number>> }
  | { status: "invalid"; fields: Record<string, string>; values: FormValues }
  | {
      status: "refused";
      messageKey: string;
      params: Readonly<Record<string, string | number>>;
      values: FormValues;
    };

/** What was typed, to be shown again; passwords are never among it. */
export type FormValues = Record<string, string | string[]>;

export const idle: FormState = { status: "idle" };
