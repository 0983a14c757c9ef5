"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { createTranslator } from "use-intl/core";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { FormState } from "#lib/platform/access/form-action.ts";
import type { Locale, Messages } from "#messages/load.ts";
import { type FieldSpec, FormField } from "./form-field.tsx";

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  locale: Locale;
  /** What the answers to this form may say. */
  messages: Messages;
  fields: readonly FieldSpec[];
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  kind?: ButtonKind;
  cancel?: { label: string; href: string };
  /** Shown beside a refusal: what stands in the database now. */
  current?: ReactNode;
}

const idle: FormState = { status: "idle" };

/** A form with its answers: errors at the fields and in a summary, a refusal in words, what was typed is kept. Posts without a script as well. */
export function ActionForm({
  action,
  locale,
  messages,
  fields,
  hidden = {},
  submit,
  kind = "primary",
  cancel,
  current,
}: Props) {
  const [state, send, pending] = useActionState(action, idle);
  const t = createTranslator({ locale, messages }) as unknown as Translate;
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== "idle") (answer.current?.firstElementChild as HTMLElement | null)?.focus();
  }, [state]);
  const invalid = state.status === "invalid" ? state.fields : {};
  const typed = "values" in state ? state.values : {};
  const errors = Object.entries(invalid).map(([id, key]) => ({ id, text: t(key) }));
  return (
    <form action={send} className="grid max-w-reading gap-6">
      <div ref={answer} className="contents">
        <ErrorSummary t={t} errors={errors} />
        {state.status === "refused" ? (
          <div role="alert" tabIndex={-1}>
            <Notice kind="risk" t={t} title={t(state.messageKey, { ...state.params })}>
              {current}
            </Notice>
          </div>
        ) : null}
        {state.status === "done" && state.messageKey ? (
          <div role="status" tabIndex={-1}>
            <Notice kind="ok" t={t} title={t(state.messageKey, { ...state.params })} />
          </div>
        ) : null}
      </div>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.status === "done"
        ? null
        : fields.map((spec) => {
            const was = typed[spec.name];
            const absent = spec.kind === "tick" && "values" in state ? "" : undefined;
            return (
              <FormField
                key={spec.name}
                spec={spec}
                typed={typeof was === "string" ? was : absent}
                error={invalid[spec.name] ? t(invalid[spec.name] ?? "") : undefined}
              />
            );
          })}
      {state.status === "done" ? null : (
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" kind={kind} aria-disabled={pending}>
            {submit}
          </Button>
          {cancel ? <a href={cancel.href}>{cancel.label}</a> : null}
        </div>
      )}
    </form>
  );
}
