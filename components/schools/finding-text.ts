import type { Translate } from "#components/ui/translate.ts";
import type { RegistryFinding } from "#lib/schools/registry-reading.ts";

/** The translator of all messages, as next-intl gives it. */
export type Sentences = Translate & { has(key: string): boolean };

/** What was noticed, as a sentence: of the registry, or of the file itself. */
export function findingText(t: Sentences, finding: RegistryFinding): string {
  const own = `schools.findings.${finding.code}`;
  return t.has(own) ? t(own, finding.params) : t(`files.${finding.code}`, finding.params);
}

/** The cell as a spreadsheet prints it, «E24»; null when the finding is not about one cell. */
export function cellAddress({ row, column }: { row: number | null; column: number | null }): string | null {
  return row === null || column === null ? null : `${columnLetters(column)}${row}`;
}

function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
