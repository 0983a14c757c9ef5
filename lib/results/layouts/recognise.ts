import { plain } from "#lib/platform/text/plain.ts";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { Workbook } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { formFinding } from "#lib/results/form-findings.ts";
import { headerKeys } from "./header-row.ts";
import { individualResults } from "./individual-results.ts";
import type { Layout, LayoutCode } from "./layout.ts";
import { isFilled } from "./line-kind.ts";
import { recogniseOtherForm } from "./other-forms.ts";
import { regional2020 } from "./regional-2020.ts";
import { regional2021 } from "./regional-2021.ts";
import { regional2022 } from "./regional-2022.ts";
import { school2025 } from "./school-2025.ts";
import { school2026 } from "./school-2026.ts";
import { template } from "./template.ts";

/** Every form that can be read. No two of them share all of their needed headers, so the order does not decide. */
export const LAYOUTS: readonly Layout[] = [
  individualResults,
  school2026,
  regional2022,
  regional2021,
  regional2020,
  school2025,
  template,
];

/** The form of a file by the words of its header, never by its name or its year (forms.md F-00); null = not known. */
export function recogniseLayout(book: Workbook): Layout | null {
  return LAYOUTS.find((layout) => layout.recognise(book)) ?? null;
}

/** Per form the header cells that must stand in one row, as printed. */
export function expectedHeaders(): readonly { layout: LayoutCode; headers: readonly string[] }[] {
  return LAYOUTS.map(({ code, expected }) => ({ layout: code, headers: expected }));
}

const FIRST_ROWS = 30;
const SHOWN_HEADERS = 12;

/**
 * The refusal of a file without a known header: which form it comes nearest to, the headers that are missing and those that
 * were found. A form that we know and do not take here is named (`otherForm`).
 */
export function refuseUnknown(book: Workbook): Finding {
  const other = recogniseOtherForm(book);
  if (other) return formFinding("otherForm", { sheet: other.sheet, row: other.row }, { form: other.name });
  let best = {
    score: -1,
    filled: 0,
    layout: LAYOUTS[0],
    sheet: null as string | null,
    row: 0,
    texts: [] as string[],
  };
  for (const sheet of book.sheets) {
    for (let i = 0; i < sheet.rows.length && i < FIRST_ROWS; i++) {
      const row = sheet.rows[i] ?? [];
      const texts = row.slice(0, 512).filter(isFilled);
      const keys = new Set(headerKeys(row));
      for (const layout of LAYOUTS) {
        const score = layout.expected.filter((header) => keys.has(headerKey(header))).length;
        if (score > best.score || (score === best.score && texts.length > best.filled)) {
          best = { score, filled: texts.length, layout, sheet: sheet.name, row: i + 1, texts };
        }
      }
    }
  }
  // Fewer than half of a form's headers is chance: «Класс» stands in every list.
  const nearest = best.layout && best.score * 2 >= best.layout.expected.length ? best.layout : undefined;
  const found = best.texts.slice(0, SHOWN_HEADERS).map((text) => `«${plain(text).slice(0, 60)}»`);
  const have = new Set(best.texts.map(headerKey));
  const missing = (nearest?.expected ?? []).filter((header) => !have.has(headerKey(header)));
  const quoted = (headers: readonly string[]) => headers.map((header) => `«${header}»`).join(", ");
  return formFinding(
    "unknownForm",
    { sheet: best.sheet, row: best.row || null },
    {
      nearest: nearest?.code ?? "none",
      expected: nearest
        ? quoted(nearest.expected)
        : LAYOUTS.map((layout) => quoted(layout.expected)).join("; "),
      missing: quoted(missing),
      found: found.join(", "),
      foundCount: best.texts.length,
    },
  );
}
