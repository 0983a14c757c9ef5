import { readSubject } from "#lib/assessments/subjects.ts";
import { plain } from "#lib/platform/text/plain.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "../cells/header-key.ts";
import { isFilled } from "../layouts/line-kind.ts";
import { headerRows } from "./header-fingerprint.ts";
import { isNamesHeader } from "./names-header.ts";

const PERSON_WORD = `[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+(?:-[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+)?`;
const SHOUTED = `[А-ЯЁІЇЄҐ'’]{2,}(?:-[А-ЯЁІЇЄҐ'’]{2,})?`;
const FULL = new RegExp(`^(?:${PERSON_WORD}(?: ${PERSON_WORD}){1,2}|${SHOUTED}(?: ${SHOUTED}){1,2})$`);
const INITIALS = /^[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+ [А-ЯЁІЇЄҐ]\.(?: ?[А-ЯЁІЇЄҐ]\.)?$/i;
const ONE_WORD = new RegExp(`^${PERSON_WORD}$`);
const PATRONYMIC = /(?:^|\s)[А-ЯЁІЇЄҐ][а-яёіїєґ]+(?:вич|вна|ична|ович|івна|ївна)(?:\s|$)/i;
const SURNAME_INITIALS =
  /[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+ [А-ЯЁІЇЄҐ]\. ?[А-ЯЁІЇЄҐ]\.|[А-ЯЁІЇЄҐ]\. ?[А-ЯЁІЇЄҐ]\. ?[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]+/;
/** Phrases of two words that stand in cells of results, and headers of columns that name units and subjects, not persons. */
const PHRASE = /^(?:нет|не|без|зач[её]т|освобожд)[ .]/i;
const UNIT_HEADER =
  /^(?:ОО(?![А-Я])|ОУ(?![А-Я])|ШКОЛА|НАЗВАНИЕ|НАИМЕНОВАНИЕ|ОРГАНИЗАЦИЯ|ОБРАЗОВАТЕЛЬН|МУНИЦИПАЛ|РЕГИОН|РАЙОН|ОКРУГ|ТЕРРИТОРИЯ|ПРЕДМЕТ|УЧЕБНИК|ЗАКЛАД|ГРОМАДА)/;
const FEWEST = 2;
const FEWEST_WORDS = 5;
const lookedAt = 300;
const mostColumns = 512;

/** True for one cell that names a person for certain: a patronymic, or a surname with two initials. */
export function namesPerson(text: string): boolean {
  return text.length <= 400 && (PATRONYMIC.test(text) || SURNAME_INITIALS.test(plain(text)));
}

/**
 * Columns of an unknown table that hold names, or look so (forms.md A.5, D-49): by a header in the first rows, or because at
 * least half of the cells read like full names, or the cells are single words with a capital and hardly any stands twice.
 * 0-based. Rather one column too many: what is refused is said, and a name that was kept cannot be taken back.
 */
export function nameColumnsOf(sheet: TextSheet): ReadonlySet<number> {
  const found = new Set<number>();
  const counts = new Map<number, { filled: number; full: number; words: number; distinct: Set<string> }>();
  const units = new Set<number>();
  sheet.rows.slice(0, headerRows + lookedAt).forEach((row, at) => {
    for (let i = 0; i < row.length && i < mostColumns; i++) {
      const text = row[i];
      if (!isFilled(text)) continue;
      if (at < headerRows && isNamesHeader(text)) found.add(i);
      if (at < headerRows && UNIT_HEADER.test(headerKey(text))) units.add(i);
      const clean = text.length > 100 ? "" : plain(text);
      const count = counts.get(i) ?? { filled: 0, full: 0, words: 0, distinct: new Set<string>() };
      counts.set(i, count);
      count.filled++;
      const isUnit = units.has(i) || PHRASE.test(clean) || readSubject(clean) !== null;
      if (namesPerson(clean)) count.full++;
      else if (isUnit) continue;
      else if (FULL.test(clean) || INITIALS.test(clean)) count.full++;
      else if (ONE_WORD.test(clean)) {
        count.words++;
        count.distinct.add(clean);
      }
    }
  });
  for (const [i, { filled, full, words, distinct }] of counts) {
    if (full >= FEWEST && full * 2 >= filled) found.add(i);
    if (words >= FEWEST_WORDS && words * 2 >= filled && distinct.size * 3 >= words * 2) found.add(i);
  }
  return found;
}
