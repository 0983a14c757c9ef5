/** How much a finding weighs: an error refuses a cell, a row or the file; a warning asks to look; a note only tells. */
export type Severity = "error" | "warning" | "note";

/**
 * One thing that was noticed in an imported file, in a form that can be counted, linked and translated.
 *
 * `code` is the key of a sentence in `messages/*`, `params` are the values of that sentence. `row` and `column` are
 * 1-based, as a spreadsheet prints them; null where the finding concerns more than one cell. `raw` is the text as it
 * stood in the file, null where there is no single text. A finding never holds a name of a person.
 */
export interface Finding {
  severity: Severity;
  code: string;
  sheet: string | null;
  row: number | null;
  column: number | null;
  raw: string | null;
  params: Record<string, string | number>;
}
