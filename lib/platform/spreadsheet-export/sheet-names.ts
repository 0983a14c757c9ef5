const FORBIDDEN = /[\p{Cc}[\]:*?/\\]/gu;
const LONGEST = 31;

/** Names that the programs accept: at most 31 characters, none of `[ ] : * ? / \`, no two the same; an empty one becomes a number. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = name
      .replace(FORBIDDEN, " ")
      .replace(/\s+/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim();
    const base = clean === "" ? String(index + 1) : clean.slice(0, LONGEST).trim();
    let unique = base;
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const suffix = ` (${copy})`;
      unique = base.slice(0, LONGEST - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
