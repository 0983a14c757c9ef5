import { FieldNotes } from "#components/ui/field.tsx";

interface Props {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  /** «5 класс» by parallel, with its classes. */
  parallels: readonly { name: string; labels: readonly string[] }[];
  chosen: readonly string[];
}

/** Classes of the school by parallels, each as a box. */
export function ClassBoxes({ id, label, hint, error, parallels, chosen }: Props) {
  return (
    <fieldset id={id} className={error ? "field field-bad" : "field"} aria-describedby={`${id}-hint`}>
      <legend className="field-label">{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="grid gap-1">
        {parallels.map(({ name, labels }) => (
          <div key={name} className="flex flex-wrap items-center gap-x-4">
            <span className="w-24 text-ink-2">{name}</span>
            {labels.map((one) => (
              <span className="choice" key={one}>
                <input
                  id={`${id}-${one}`}
                  name="classes[]"
                  type="checkbox"
                  value={one}
                  defaultChecked={chosen.includes(one)}
                />
                <label htmlFor={`${id}-${one}`}>{one}</label>
              </span>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
