import type { FieldWidth } from "#components/ui/input.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

/** A field of a form as its page describes it; words come ready. */
export interface FieldSpec {
  kind: "text" | "number" | "date" | "select" | "lines" | "tick";
  name: string;
  label: string;
  note?: string;
  hint?: string;
  value?: string;
  options?: readonly Option[];
  width?: FieldWidth;
  rows?: number;
}

interface Props {
  id: string;
  spec: FieldSpec;
  typed: string | undefined;
  error: string | undefined;
}

/** One field with what was typed into it and what is wrong with it. */
export function FormField({ id, spec, typed, error }: Props) {
  const { kind, name, label, note, hint, value = "", options = [], width = "medium", rows = 8 } = spec;
  const words = { id, name, label, note, hint, error };
  const filled = typed ?? value;
  switch (kind) {
    case "select":
      // A select keeps its first value when React resets the form; a new key makes it begin with what was chosen.
      return <Select key={filled} {...words} width={width} options={options} defaultValue={filled} />;
    case "lines":
      return <Textarea {...words} rows={rows} defaultValue={filled} />;
    case "tick":
      return (
        <div className="choice">
          <input id={id} name={name} type="checkbox" defaultChecked={filled === "on"} />
          <label htmlFor={id}>{label}</label>
        </div>
      );
    case "number":
      return <Input {...words} width={width} inputMode="numeric" autoComplete="off" defaultValue={filled} />;
    default:
      return <Input {...words} width={width} type={kind} autoComplete="off" defaultValue={filled} />;
  }
}
