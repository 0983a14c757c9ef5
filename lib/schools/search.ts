import { Prisma } from "../platform/db/prisma/client.ts";
import { searchWords } from "./name-rules.ts";

/**
 * The condition that every word of a search is found in a school's name, full name or locality. A number is found as a
 * whole («14» is not «№ 114») or, of six digits, as the login where the source has one.
 */
export function schoolMatches(search: string, source: { login: boolean }): Prisma.Sql {
  const words = searchWords(search).map((word) => {
    const login = source.login && /^\d{6}$/.test(word) ? Prisma.sql`s.login = ${word} OR` : Prisma.empty;
    if (/^\d+$/.test(word)) {
      const whole = `(^|[^0-9])${word}([^0-9]|$)`;
      return Prisma.sql`(${login} s.name ~ ${whole} OR s.full_name ~ ${whole})`;
    }
    const within = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    const like = (column: Prisma.Sql) =>
      Prisma.sql`translate(lower(${column} COLLATE "natural_order"), 'ё', 'е') LIKE translate(${within}, 'ё', 'е')`;
    return Prisma.sql`(${like(Prisma.sql`s.name`)} OR ${like(Prisma.sql`s.full_name`)} OR ${like(Prisma.sql`s.locality`)})`;
  });
  return words.length === 0 ? Prisma.sql`TRUE` : Prisma.join(words, " AND ");
}
