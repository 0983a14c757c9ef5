import { type UnitKind, unitText } from "./schema.ts";

/** What an address of the analysis needs to know of a unit. */
export interface AddressedUnit {
  readonly kind: UnitKind;
  readonly id: number;
  readonly classLabel: string | null;
}

function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

/** The list of works of a unit. */
export function unitHref(unit: AddressedUnit): string {
  return withQuery(`/insights/${unitText(unit)}`, { class: unit.classLabel });
}

/** The list of works of a unit in one year. */
export function yearHref(unit: AddressedUnit, year: number): string {
  return withQuery(`/insights/${unitText(unit)}`, { class: unit.classLabel, year: String(year) });
}

/** The analysis of a unit in a work. */
export function analysisHref(unit: AddressedUnit, workId: number): string {
  return withQuery(`/insights/${unitText(unit)}/${workId}`, { class: unit.classLabel });
}

/** A page of the list of parts inside the analysis. */
export function partsPageHref(unit: AddressedUnit, workId: number, page: number): string {
  const path = `/insights/${unitText(unit)}/${workId}`;
  return `${withQuery(path, { class: unit.classLabel, page: page > 1 ? String(page) : null })}#parts`;
}

/** «Как это посчитано» of one figure. */
export function howHref(unit: AddressedUnit, workId: number, figure: string): string {
  return withQuery(`/insights/${unitText(unit)}/${workId}/how/${figure}`, { class: unit.classLabel });
}

/** The workbook with what the analysis shows. */
export function exportHref(unit: AddressedUnit, workId: number): string {
  return withQuery("/api/insights/export", {
    unit: unitText(unit),
    work: String(workId),
    class: unit.classLabel,
  });
}

/** The rows of a school in a work, by pupil code. */
export function rowsHref(schoolId: number, workId: number, classLabel: string | null): string {
  return withQuery(`/results/${workId}/${schoolId}`, { class: classLabel });
}
