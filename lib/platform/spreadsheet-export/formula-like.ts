/** Signs that spreadsheet programs take for the beginning of a formula or a command, their full-width forms included. */
const DANGEROUS = /^[=+\-@|\uff1d\uff0b\uff0d\uff20]/;
/** What a program may drop or skip before it looks: white space, control characters and characters that cannot be seen. */
const SKIPPED = /^[\s\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]+/u;

/**
 * Whether a spreadsheet program could take this text for a formula when it opens a CSV file or when somebody edits the cell
 * (OWASP, CSV injection). A leading tab or line break counts too, whatever follows.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[\t\r\n]/.test(text) || DANGEROUS.test(text.replace(SKIPPED, ""));
}
