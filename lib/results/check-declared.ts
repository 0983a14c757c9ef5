import type { Finding } from "../platform/workbook/finding.ts";
import { formFinding } from "./form-findings.ts";
import type { FormReading } from "./layouts/layout.ts";

/** «Заявлено участников: N, фактически: M» for every group line of a school whose number differs (forms.md D-41). */
export function declaredFindings(reading: FormReading, givenLogin: string | undefined): Finding[] {
  if (reading.declared.length === 0) return [];
  const found = new Map<string, number>();
  for (const row of reading.rows) {
    const key = `${row.sheet}|${row.login ?? givenLogin ?? ""}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  const findings: Finding[] = [];
  for (const { login, participants, sheet, row, column } of reading.declared) {
    if (login === null) continue;
    const actual = found.get(`${sheet}|${login}`) ?? 0;
    if (actual === participants) continue;
    const place = { sheet, row, column, raw: String(participants) };
    findings.push(
      formFinding("declaredCountDiffers", place, {
        login: `edu${login}`,
        declared: participants,
        found: actual,
      }),
    );
  }
  return findings;
}
