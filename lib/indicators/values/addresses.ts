import { unitText, type ValueUnit } from "./unit.ts";

const query = (parts: Record<string, string | number | null>): string => {
  const given = Object.entries(parts).filter(([, value]) => value !== null) as [string, string | number][];
  return given.length === 0
    ? ""
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

export const valuesHref = (unit: ValueUnit, year: number | null = null, all = false): string =>
  `/indicators/values${query({ unit: unitText(unit), year, all: all ? "1" : null })}`;

export const valueHref = (indicatorId: number, unit: ValueUnit, year: number, part = ""): string =>
  `/indicators/values/${indicatorId}${query({ unit: unitText(unit), year, part: part || null })}`;

export const entryHref = (schoolId: number, year: number, group: string | null = null, part = ""): string =>
  `/indicators/values/entry${query({ school: schoolId, year, part: part || null })}${group === null ? "" : `#${group}`}`;

export const bankHref = (unit: ValueUnit): string => `/indicators/bank${query({ unit: unitText(unit) })}`;
