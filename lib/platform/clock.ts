/** The only place that asks the machine for the time. Rules and commands take `now` as a parameter. */
export function currentInstant(): Date {
  return new Date();
}

/** A calendar day as `YYYY-MM-DD`; never an instant. */
export type Day = `${number}-${number}-${number}`;

/** A calendar day as the database wants it: midnight UTC. */
export function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The calendar day of a `date` column, or null. */
export function dateToDay(date: Date | null): Day | null {
  return date === null ? null : (date.toISOString().slice(0, 10) as Day);
}

/** First calendar year of the school year that a work belongs to: spring 2026 and autumn 2025 are both 2025/26. */
export function schoolYearOf(year: number, season: "spring" | "autumn"): number {
  return season === "spring" ? year - 1 : year;
}
