import { classNames } from "./class-names.ts";
import { FieldNotes, type FieldWords } from "./field.tsx";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface Props extends FieldWords {
  name: string;
  /** `checkbox`: any number may be chosen; `radio`: one. */
  type?: "checkbox" | "radio";
  choices: readonly Choice[];
  chosen?: readonly string[];
}

/** Native boxes under one legend; hint and error belong to the whole group. */
export function ChoiceGroup({
  id,
  label,
  note,
  hint,
  error,
  name,
  type = "checkbox",
  choices,
  chosen = [],
}: Props) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      id={id}
      className={classNames("field", Boolean(error) && "field-bad")}
      aria-describedby={described || undefined}
    >
      <legend className="field-label">
        {label}
        {note ? <span className="field-note"> ({note})</span> : null}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {choices.map((choice) => (
        <div className="choice" key={choice.value}>
          <input
            id={`${id}-${choice.value}`}
            name={name}
            type={type}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
          />
          <label htmlFor={`${id}-${choice.value}`}>{choice.label}</label>
          {choice.hint ? (
            <span className="field-hint col-start-2" id={`${id}-${choice.value}-hint`}>
              {choice.hint}
            </span>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
