import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Field, type FieldWords, fieldAttributes } from "./field.tsx";

/** Width tells the length of the expected answer. */
export type FieldWidth = "tiny" | "short" | "medium" | "full";

type Props = Omit<FieldWords, "id"> &
  Omit<ComponentProps<"input">, "id" | "className"> & { id: string; width?: FieldWidth };

/** A native one-line field with its label. */
export function Input({ id, label, note, hint, error, width = "medium", ...rest }: Props) {
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error}>
      <input
        {...rest}
        {...fieldAttributes({ id, hint, error })}
        className={classNames("control", width !== "full" && `field-${width}`)}
      />
    </Field>
  );
}
