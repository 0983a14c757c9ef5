import type { ReadTx } from "../platform/access/as-viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { editionState, versionInForce } from "./rules.ts";
import type { Kind, Level, Topic } from "./schema.ts";
import type { RegulationRow } from "./view.ts";

interface UnitIds {
  regionId: number | null;
  municipalityId: number | null;
  schoolId: number | null;
}

/** Names of the units whose acts these are; "" for federal acts, and for a unit that the viewer cannot see. */
export async function unitNames(tx: ReadTx, rows: readonly UnitIds[]): Promise<string[]> {
  const ids = (of: (row: UnitIds) => number | null) => ({
    where: { id: { in: [...new Set(rows.flatMap((row) => of(row) ?? []))] } },
    select: { id: true, name: true },
  });
  const named = (list: { id: number; name: string }[]) => new Map(list.map(({ id, name }) => [id, name]));
  const schools = named(await tx.school.findMany(ids((row) => row.schoolId)));
  const municipalities = named(await tx.municipality.findMany(ids((row) => row.municipalityId)));
  const regions = named(await tx.region.findMany(ids((row) => row.regionId)));
  return rows.map(
    ({ schoolId, municipalityId, regionId }) =>
      (schoolId !== null
        ? schools.get(schoolId)
        : municipalityId !== null
          ? municipalities.get(municipalityId)
          : regions.get(regionId ?? 0)) ?? "",
  );
}

interface StoredRegulation extends UnitIds {
  id: number;
  slug: string;
  title: string;
  shortTitle: string;
  level: string;
  kind: string;
  topic: string;
  public: boolean;
}

/** What the library says of a regulation besides its editions. */
export function cardOf(row: StoredRegulation, unit: string): Omit<RegulationRow, "edition"> {
  const { id, slug, title, shortTitle } = row;
  return {
    id,
    slug,
    title,
    shortTitle,
    level: row.level as Level,
    kind: row.kind as Kind,
    topic: row.topic as Topic,
    public: row.public,
    unit,
  };
}

interface StoredEdition {
  number: string;
  adoptedOn: Date | null;
  effectiveFrom: Date | null;
  effectiveTo: Date | null;
  status: string;
}

/** The edition by which a regulation is shown on a day: the one in force, else the newest adopted, else the newest draft. */
export function shownEdition(stored: readonly StoredEdition[], on: string): RegulationRow["edition"] {
  const editions = stored
    .map(({ number, adoptedOn, effectiveFrom, effectiveTo, status }) => ({
      number,
      adoptedOn: dateToDay(adoptedOn),
      effectiveFrom: dateToDay(effectiveFrom),
      effectiveTo: dateToDay(effectiveTo),
      status: status === "adopted" ? ("adopted" as const) : ("draft" as const),
    }))
    .sort((a, b) => ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? 1 : -1));
  const shown =
    versionInForce(editions, on) ?? editions.find(({ status }) => status === "adopted") ?? editions[0];
  if (!shown) return null;
  const { status: _, ...facts } = shown;
  return { ...facts, state: editionState(shown, on) };
}
