import { headerKey } from "#lib/results/cells/header-key.ts";
import type { Field } from "./layout.ts";

/** One column of a form, by its header. `printed` is shown to people; `key` (or `pattern`) is what is compared. */
export interface ColumnSpec {
  field: Field | "variant" | "variant2" | "known";
  printed: string;
  key: string;
  pattern: RegExp | null;
  required: boolean;
  /** true = the last column of the table: what stands right of it is auxiliary, whatever its header */
  closes: boolean;
}

/** A column whose header reads exactly so, apart from case, spaces, ё and look-alike letters. */
export function column(field: ColumnSpec["field"], printed: string, required = false): ColumnSpec {
  return { field, printed, key: headerKey(printed), pattern: null, required, closes: false };
}

/** A column whose header only begins so: «Отметка за предыдущий триместр/ четверть/полугодие». */
export function columnLike(field: ColumnSpec["field"], printed: string, pattern: RegExp): ColumnSpec {
  return { field, printed, key: headerKey(printed), pattern, required: false, closes: false };
}

/** A column without which the form is not this form. */
export function needed(field: ColumnSpec["field"], printed: string): ColumnSpec {
  return column(field, printed, true);
}

/** A needed column that is the last of its table (forms.md D-37). */
export function closing(field: ColumnSpec["field"], printed: string): ColumnSpec {
  return { ...needed(field, printed), closes: true };
}

/** The column that a header key names, or null. */
export function matchColumn(specs: readonly ColumnSpec[], key: string): ColumnSpec | null {
  for (const spec of specs) if (spec.pattern ? spec.pattern.test(key) : spec.key === key) return spec;
  return null;
}

/** Header cells that must all stand in one row for the form to be recognised, as printed. */
export function requiredHeaders(specs: readonly ColumnSpec[]): readonly string[] {
  return specs.filter((spec) => spec.required).map((spec) => spec.printed);
}
