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
  const schools = await tx.school.findMany({
    where: { login: { in: [...new Set(logins)] } },
    select: {
      id: true,
      login: true,
      name: true,
      municipalityId: true,
      closedOn: true,
      classes: { orderBy: [{ year: "asc" }, { grade: "asc" }, { label: "asc" }] },
    },
  });
  return new Map(
    schools.map(({ login, closedOn, classes, ...school }) => [
      login,
      { ...school, closed: closedOn !== null, classes: labelsByYear(classes) },
    ]),
  );
}

function labelsByYear(classes: readonly { year: number; label: string }[]): Record<number, string[]> {
  const byYear: Record<number, string[]> = {};
  for (const { year, label } of classes) {
    const labels = byYear[year] ?? [];
    labels.push(label);
    byYear[year] = labels;
  }
  return byYear;
}
