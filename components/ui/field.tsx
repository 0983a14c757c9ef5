import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Shape } from "./status.tsx";

export interface FieldWords {
  /** Also the prefix of the ids of hint and error: unique on the page. */
  id: string;
  label: ReactNode;
  /** Beside the label, e.g. the words for “not required”. */
  note?: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; its presence marks the field as wrong. */
  error?: ReactNode;
}

/** What the control itself must carry so that its hint and error are read with it. */
export function fieldAttributes({ id, hint, error }: Pick<FieldWords, "id" | "hint" | "error">) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(error ? { "aria-invalid": true } : {}),
  };
}

/** Label above, hint under it, error beside its cause, then the control. */
export function Field({ id, label, note, hint, error, children }: FieldWords & { children: ReactNode }) {
  return (
    <div className={classNames("field", Boolean(error) && "field-bad")}>
      <label className="field-label" htmlFor={id}>
        {label}
        {note ? <span className="field-note"> ({note})</span> : null}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** Hint and error with the ids that `fieldAttributes` refers to. */
export function FieldNotes({ id, hint, error }: Pick<FieldWords, "id" | "hint" | "error">) {
  return (
    <>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <div className="field-error" id={`${id}-error`}>
          <span className="status">
            <Shape kind="risk" />
          </span>
          <span>{error}</span>
        </div>
      ) : null}
    </>
  );
}
