import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { type FormState, fieldWords, typed } from "#lib/platform/access/form-state.ts";

/** One field of a form as the page describes it; the words are the page's. */
export interface FieldSpec {
  name: string;
  label: string;
  hint?: string;
  kind: "text" | "day" | "long" | "select" | "boxes" | "radio";
  value?: string;
  options?: readonly { value: string; label: string }[];
}

/** The fields of a form with what was typed and what is wrong; native controls, so that they work without scripts. */
export function FormFields({
  id,
  fields,
  state,
}: {
  id: string;
  fields: readonly FieldSpec[];
  state: FormState;
}) {
  return fields.map((field) => <OneField key={field.name} id={id} field={field} state={state} />);
}

function OneField({ id, field, state }: { id: string; field: FieldSpec; state: FormState }) {
  const { name, label, hint, kind, options = [] } = field;
  // Errors are named by the field, without the sign of a list.
  const bare = name.replace(/\[\]$/, "");
  const error = fieldWords(state, bare);
  const shared = { id: `${id}-${bare}`, name, label, hint, error };
  const value = typed(state, bare) ?? field.value ?? "";
  switch (kind) {
    case "long":
      return <Textarea {...shared} rows={2} defaultValue={value} />;
    case "select":
      return <Select key={value} {...shared} defaultValue={value} options={options} />;
    case "boxes":
      return <ChoiceGroup {...shared} choices={options} chosen={listed(state, bare)} />;
    case "radio":
      return <ChoiceGroup {...shared} type="radio" choices={options} chosen={[value]} />;
    case "day":
      return <Input {...shared} type="date" width="short" defaultValue={value} />;
    case "text":
      return <Input {...shared} defaultValue={value} />;
  }
}

function listed(state: FormState, name: string): readonly string[] {
  const value = "values" in state ? state.values[name] : undefined;
  return Array.isArray(value) ? value : [];
}
