"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "#lib/platform/access/form-state.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Notice } from "./notice.tsx";

interface Props {
  state: FormState;
  /** Unique on the page; ids of fields are `{id}-{name}`. */
  id: string;
}

/** What became of a form that was sent, above its fields: a list of errors with links, a refusal, or that it is done. Errors take the focus. */
export function FormOutcome({ state, id }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const failed = state.status === "invalid" || state.status === "refused";
  useEffect(() => {
    // The state changes with every answer, so a second refusal in the same words is heard again.
    if (state.status === "invalid" || state.status === "refused")
      box.current?.querySelector<HTMLElement>("[tabindex]")?.focus();
  }, [state]);
  if (!failed) {
    if (state.status !== "done" || state.words === null) return null;
    return <Notice kind="ok" title={state.words} role="status" t={() => state.words ?? ""} />;
  }
  const errors =
    state.status === "refused"
      ? null
      : Object.entries(state.words.fields).map(([name, text]) => ({ id: `${id}-${name}`, text }));
  return (
    <div ref={box}>
      {errors ? (
        <ErrorSummary
          id={`${id}-errors`}
          errors={errors}
          t={() => (state.status === "invalid" ? state.words.title : "")}
        />
      ) : (
        <div tabIndex={-1}>
          <Notice
            kind="risk"
            title={state.status === "refused" ? state.words : ""}
            role="alert"
            t={() => ""}
          />
        </div>
      )}
    </div>
  );
}
