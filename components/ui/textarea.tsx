import type { ComponentProps } from "react";
import { Field, type FieldWords, fieldAttributes } from "./field.tsx";

type Props = Omit<FieldWords, "id"> & Omit<ComponentProps<"textarea">, "id" | "className"> & { id: string };

/** A native field of several lines with its label. */
export function Textarea({ id, label, note, hint, error, rows = 4, ...rest }: Props) {
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error}>
      <textarea {...rest} {...fieldAttributes({ id, hint, error })} rows={rows} className="control" />
    </Field>
  );
}
