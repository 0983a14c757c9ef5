import { type FileFindingCode, type FindingPlace, fileFinding } from "./file-findings.ts";
import type { Finding } from "./finding.ts";

/** Findings of one code that are listed one by one; the rest is counted. A million hostile cells must not become a million findings. */
const LISTED_PER_CODE = 1000;

/** Collects what is noticed while a file is read. */
export class Notebook {
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<FileFindingCode, number>();

  add(code: FileFindingCode, params: Record<string, string | number> = {}, place: FindingPlace = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= LISTED_PER_CODE) this.#findings.push(fileFinding(code, params, place));
  }

  count(code: FileFindingCode): number {
    return this.#counts.get(code) ?? 0;
  }

  /** All findings; codes that went over the limit end with one line that says how many were not listed. */
  all(): readonly Finding[] {
    const rest: Finding[] = [];
    for (const [code, count] of this.#counts) {
      if (count > LISTED_PER_CODE) {
        rest.push(fileFinding("moreOfTheSame", { code, count: count - LISTED_PER_CODE }));
      }
    }
    return [...this.#findings, ...rest];
  }
}
