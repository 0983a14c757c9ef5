import type { ReadTx } from "../platform/access/as-viewer.ts";

/** A school as a file of results finds it by its login. */
export interface IndexedSchool {
  id: number;
  name: string;
  municipalityId: number;
  closed: boolean;
  /** First year of the school year → labels of its classes: 2024 → 5А, 5Б. */
  classes: Readonly<Record<number, readonly string[]>>;
}

/**
 * Schools of the transaction's viewer by the six digits of the login, for reading files. A login that is missing from
 * the map is unknown or out of scope: the two look the same.
 */
export async function indexSchools(
  tx: ReadTx,
  logins: readonly string[],
): Promise<Map<string, IndexedSchool>> {
  const schools = await tx.$queryRaw<(Omit<IndexedSchool, "classes"> & { login: string })[]>`
    SELECT id, login, name, municipality_id AS "municipalityId", closed_on IS NOT NULL AS closed FROM school
    WHERE login = ANY (${[...new Set(logins)]}::text[])`;
  // One line for a year: a region has tens of thousands of classes, too many to be taken over one by one.
  const years = await tx.$queryRaw<{ schoolId: number; year: number; labels: string[] }[]>`
    SELECT school_id AS "schoolId", year, json_agg(label ORDER BY grade, label) AS labels FROM school_class
    WHERE school_id = ANY (${schools.map((school) => school.id)}::int[]) GROUP BY school_id, year ORDER BY year`;
  const classes = Map.groupBy(years, ({ schoolId }) => schoolId);
  return new Map(
    schools.map(({ login, ...school }) => [
      login,
      {
        ...school,
        classes: Object.fromEntries((classes.get(school.id) ?? []).map(({ year, labels }) => [year, labels])),
      },
    ]),
  );
}
