/** A school year as values are kept by it: from 1 September to 31 August. `schoolYear` 2025 is 2025/26. */
export interface SchoolYear {
  readonly schoolYear: number;
  readonly start: string;
  readonly end: string;
}

export function schoolYearOf(schoolYear: number): SchoolYear {
  return { schoolYear, start: `${schoolYear}-09-01`, end: `${schoolYear + 1}-08-31` };
}

/** The school year that a calendar day falls into. */
export function schoolYearOn(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "09-01" ? year : year - 1;
}
