import { type FileFindingCode, type FindingPlace, fileFinding } from "./file-findings.ts";
import type { Finding } from "./finding.ts";

/** Thrown inside the reader when the whole file is refused; `readWorkbook` turns it into an answer. Nothing else catches it. */
export class Refused extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.name = "Refused";
    this.finding = finding;
  }
}

/** Refuses the file with this code. The name of the file is added to the sentence by `readWorkbook`. */
export function refuse(
  code: FileFindingCode,
  params: Record<string, string | number> = {},
  place: FindingPlace = {},
): never {
  throw new Refused(fileFinding(code, params, place));
}

/** Refuses a workbook that breaks the rules of its own format, naming the part of it. */
export function damaged(part: string): never {
  return refuse("damagedFile", { part });
}
