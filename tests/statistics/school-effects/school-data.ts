import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { GroupMoments } from "#lib/statistics/school-effects/group-moments.ts";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import {
  type RandomInterceptFit,
  type RandomInterceptOptions,
  randomIntercept,
} from "#lib/statistics/school-effects/random-intercept.ts";
import { readRecords } from "#tests/support/district.ts";
import { publicFolder } from "#tests/support/expected.ts";

/** Pupils of several schools as the models take them. */
export interface Pupils {
  readonly schools: readonly string[];
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
}

export interface Grouped {
  readonly names: readonly string[];
  readonly groups: readonly GroupMoments[];
}

/** Schools in the order of their names, as R's factor has them. */
export function grouped({ schools, x, y }: Pupils): Grouped {
  const moments = groupMomentsOf(schools, x, y);
  const names = [...moments.keys()].sort();
  return { names, groups: names.map((name) => moments.get(name)!) };
}

/** 65 schools of 1 to 129 pupils: score, with the prior score as covariate or without any. */
export function twoLevel(prior: boolean): Pupils {
  const rows = readRecords("two-level.csv");
  return {
    schools: rows.map((row) => row.school!),
    x: rows.map((row) => (prior ? [Number(row.prior)] : [])),
    y: rows.map((row) => Number(row.score)),
  };
}

/** Pupils present in both years: primary score of grade 5, with that of grade 4 as covariate. */
export function pairedYears(subject: "MA" | "RU"): Pupils {
  const present = readRecords("district.csv").filter(
    (row) => row.subject === subject && row.status === "present",
  );
  const key = (row: Record<string, string>) => `${row.school}/${row.code}`;
  const earlier = new Map(present.filter((row) => row.grade === "4").map((row) => [key(row), row]));
  const both = present.filter((row) => row.grade === "5" && earlier.has(key(row)));
  return {
    schools: both.map((row) => row.school!),
    x: both.map((row) => [Number(earlier.get(key(row))!.primary)]),
    y: both.map((row) => Number(row.primary)),
  };
}

/** A public file with quoted names; the cells hold no comma. */
export function publicRecords(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(resolve(publicFolder, name), "utf8")
    .trimEnd()
    .replaceAll('"', "")
    .split(/\r?\n/);
  const names = head!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((column, i) => [column, cells[i] ?? ""]));
  });
}

export function publicPupils(file: string, school: string, y: string, covariates: readonly string[]): Pupils {
  const rows = publicRecords(file);
  return {
    schools: rows.map((row) => row[school]!),
    x: rows.map((row) => covariates.map((name) => Number(row[name]))),
    y: rows.map((row) => Number(row[y])),
  };
}

/** Groups without covariates from their scores. */
export function scoresOf(...schools: readonly (readonly number[])[]): GroupMoments[] {
  const names = schools.flatMap((scores, i) => scores.map(() => `S${i}`));
  const scores = schools.flat();
  const moments = groupMomentsOf(
    names,
    scores.map(() => []),
    scores,
  );
  return schools.map((_, i) => moments.get(`S${i}`) ?? { n: 0, means: [0], deviations: [0] });
}

/** The fit of a random-intercept model, or a failed test that says why there is none. */
export function fitted(groups: Grouped["groups"], options?: RandomInterceptOptions): RandomInterceptFit {
  const fit = randomIntercept(groups, options);
  if (!fit.converged) throw new Error(fit.reason);
  return fit;
}
