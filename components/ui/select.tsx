import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Field, type FieldWords, fieldAttributes } from "./field.tsx";
import { Icon } from "./icon.tsx";
import type { FieldWidth } from "./input.tsx";

export interface Option {
  value: string;
  label: string;
}

type Props = Omit<FieldWords, "id"> &
  Omit<ComponentProps<"select">, "id" | "className" | "children"> & {
    id: string;
    options: readonly Option[];
    width?: FieldWidth;
  };

/** A native list of choices with its label. */
export function Select({ id, label, note, hint, error, options, width = "medium", ...rest }: Props) {
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error}>
      <span className={classNames("select", width !== "full" && `field-${width}`)}>
        <select {...rest} {...fieldAttributes({ id, hint, error })} className="control">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" small />
      </span>
    </Field>
  );
}
