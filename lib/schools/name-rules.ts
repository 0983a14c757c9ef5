const LATIN: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "yi",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ы: "y",
  э: "e",
  ю: "yu",
  я: "ya",
};
const LEGAL_FORM = /^[А-ЯЁ]{2,6}\s+(?=[«"„“])|^(?:М[БАК]?ОУ|[ГКОФ]{1,2}[БАК]?ОУ|[НЧ]ОУ|АНОО|ЗОШ)\s+/u;
const LONGEST_SLUG = 60;

/** Cyrillic in Latin letters, everything else but digits as one hyphen: «СОШ № 14» → `sosh-14`. Empty when nothing is left. */
export function transliterate(text: string): string {
  const letters = [...text.normalize("NFC").toLowerCase()].map((letter) => LATIN[letter] ?? letter).join("");
  return letters
    .replace(/[ьъʼ’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/**
 * The public address of a school, made once and kept for good: its name without the legal form in Latin letters. When
 * another school has it, the login's digits are added («СОШ № 1» stands in every municipality).
 */
export function slugFor(name: string, login: string, taken: ReadonlySet<string>): string {
  const base = shorten(transliterate(name.replace(LEGAL_FORM, "")));
  if (base !== "" && !taken.has(base)) return base;
  return firstFree(`${base || "school"}-${login}`, taken);
}

/** The public address of a municipality, by the same rule. */
export function municipalitySlug(name: string, code: string, taken: ReadonlySet<string>): string {
  const base = shorten(transliterate(name));
  if (base !== "" && !taken.has(base)) return base;
  return firstFree(transliterate(code) || "municipality", taken);
}

function firstFree(base: string, taken: ReadonlySet<string>): string {
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}

function shorten(slug: string): string {
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.slice(0, LONGEST_SLUG + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 1)).slice(0, LONGEST_SLUG);
}

/**
 * True when two names differ only in how they are printed: case, ё, quotation marks, hyphens, spaces, «№ 5» and «№5».
 * Such a difference is no renaming. Names that differ in a letter or a number are different.
 */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** The key by which names of schools and municipalities are compared. */
export function nameKey(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/["'«»„“”‘’]/g, "")
    .replace(/[‐-―−-]/g, "-")
    .replace(/№\s*/g, "№")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a person types to find a school, split into words that must all be found; «№» and quotation marks are left out. */
export function searchWords(text: string): string[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[№"'«»„“”,;()]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 8)
    .map((word) => /^(?:edu|sch)(\d{6})$/.exec(word)?.[1] ?? word);
}
