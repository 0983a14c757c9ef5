import type { DemoRegion } from "./region.ts";
import { resultsOf } from "./results.ts";
import { type DemoWork, workOf } from "./works.ts";

/** In which form results are handed on: the layouts of the portal, and its template as a text table. */
export type Form = "C" | "D" | "E" | "F" | "T" | "csv";

/** One file that somebody brings. `at` is local time of the region's capital, Moscow. */
export interface Delivery {
  at: string;
  /** key of the person */
  by: string;
  form: Form;
  work: string;
  logins: readonly string[];
}

/** What a school hands in itself; the municipal officers bring the rest. */
const OWN: readonly (readonly [at: string, by: string, form: Form, work: string, login: string])[] = [
  ["2025-04-23T15:10", "deputy20", "D", "VPR-2025-RU-4", "980020"],
  ["2025-05-06T14:05", "deputy1", "D", "VPR-2025-RU-5", "980001"],
  ["2025-05-06T16:40", "deputy7", "D", "VPR-2025-RU-5", "980007"],
  ["2025-05-13T15:30", "deputy7", "D", "VPR-2025-MA-5", "980007"],
  ["2026-04-28T13:20", "deputy1", "E", "VPR-2026-RU-4", "980001"],
  ["2026-04-28T14:50", "deputy7", "E", "VPR-2026-RU-4", "980007"],
  ["2026-05-05T15:15", "deputy7", "E", "VPR-2026-MA-4", "980007"],
  ["2026-05-07T12:00", "deputy32", "E", "VPR-2026-MA-4", "980032"],
  ["2026-05-12T16:25", "deputy1", "E", "VPR-2026-RU-5", "980001"],
  ["2026-05-12T17:05", "deputy20", "E", "VPR-2026-RU-5", "980020"],
  ["2026-05-18T14:35", "deputy7", "E", "VPR-2026-MA-5", "980007"],
  ["2026-11-13T12:40", "deputy1", "T", "REG-2026A-MA-4", "980001"],
  ["2026-11-16T15:20", "deputy20", "csv", "REG-2026A-MA-4", "980020"],
  ["2026-11-17T11:45", "sinegorsk", "T", "REG-2026A-MA-4", "980003"],
];

/** What came after the window. */
const LATE: readonly (readonly [
  at: string,
  by: string,
  form: Form,
  work: string,
  logins: readonly string[],
])[] = [
  ["2025-05-22T10:30", "lesnoy", "C", "VPR-2025-MA-5", ["980027", "980031"]],
  ["2026-05-26T11:10", "ozersk", "F", "VPR-2026-MA-5", ["980033", "980037"]],
];

/** What nobody has sent yet: a school of the tour, one with a question open, and three that are simply late. */
export const MISSING: readonly (readonly [work: string, login: string])[] = [
  ["VPR-2026-RU-5", "980007"],
  ["VPR-2026-MA-4", "980020"],
  ["VPR-2026-RU-5", "980022"],
  ["VPR-2026-RU-5", "980029"],
  ["VPR-2026-MA-5", "980036"],
];

/** Days on which the officers bring what their schools have given them. */
const DAYS: Readonly<Record<string, string>> = {
  "VPR-2025-RU-4": "2025-04-25",
  "VPR-2025-MA-4": "2025-04-29",
  "VPR-2025-RU-5": "2025-05-07",
  "VPR-2025-MA-5": "2025-05-14",
  "VPR-2026-RU-4": "2026-04-29",
  "VPR-2026-MA-4": "2026-05-06",
  "VPR-2026-RU-5": "2026-05-13",
  "VPR-2026-MA-5": "2026-05-19",
};
const OFFICERS: Readonly<Record<string, readonly [key: string, time: string]>> = {
  reg98_m001: ["sinegorsk", "T10:15"],
  reg98_m002: ["lesnoy", "T11:40"],
  reg98_m003: ["ozersk", "T15:05"],
};

/** Whether a school has pupils who write the work. */
export function writes(region: DemoRegion, work: DemoWork, login: string): boolean {
  const school = region.schools.find((one) => one.login === login);
  return school !== undefined && resultsOf(work, school).some((row) => !row.absent);
}

/** Every ordinary file of the story, in the order of time. */
export function deliveries(region: DemoRegion, works: readonly DemoWork[]): Delivery[] {
  const own = OWN.map(([at, by, form, work, login]): Delivery => ({ at, by, form, work, logins: [login] }));
  const late = LATE.map(([at, by, form, work, logins]): Delivery => ({ at, by, form, work, logins }));
  const apart = new Set([
    ...[...own, ...late].flatMap(({ work, logins }) => logins.map((login) => `${work} ${login}`)),
    ...MISSING.map(([work, login]) => `${work} ${login}`),
  ]);
  const common = Object.entries(DAYS).flatMap(([code, day]) =>
    region.municipalities.map(({ code: municipality }): Delivery => {
      const work = workOf(works, code);
      const [by, time] = OFFICERS[municipality] ?? ["region", "T17:00"];
      const logins = region.schools
        .filter((school) => school.municipality === municipality && !apart.has(`${code} ${school.login}`))
        .map(({ login }) => login)
        .filter((login) => writes(region, work, login));
      return { at: day + time, by, form: work.year === 2025 ? "C" : "F", work: code, logins };
    }),
  );
  return [...own, ...late, ...common].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** The instant of a local time of Moscow, which has had no summer time since 2014. */
export function instant(local: string): Date {
  return new Date(`${local}:00+03:00`);
}
