import { toCyrillic } from "./look-alikes.ts";
import { plain } from "./plain.ts";

const CODE = /^(?:\d{1,2}(?:[.,]\d{1,2}|\(\d{1,2}\))*(?:[.\s]?[Кк]\s?\d{1,2})?|[Кк]\s?\d{1,2})$/;

/**
 * The key of a task code (forms.md D-38): Cyrillic К, points, no brackets. `1K1`, `1 k1` → `1К1`; `9,1`, `9(1)` → `9.1`;
 * `6.2(1)` → `6.2.1`. Null when the text is no task code.
 */
export function taskCode(printed: string): string | null {
  const text = toCyrillic(plain(printed));
  if (!CODE.test(text)) return null;
  return text
    .replace(/[.\s]?[Кк]\s?(?=\d)/, "К")
    .replaceAll(",", ".")
    .replace(/\((\d+)\)/g, ".$1");
}
