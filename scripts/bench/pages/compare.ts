import type { Options } from "../options.ts";
import { median, spread } from "../samples.ts";
import { type Load, load, type Page } from "./load.ts";

/** Readers at a time where answers a second are compared. */
export const READERS = 32;
const WARM_UP_SECONDS = 3;
const MOST_REQUESTS = 100_000;

/** What was measured of some pages, slice by slice; slices of the same number were taken one right after the other. */
export type Slices<Name extends string> = Record<Name, Load[]>;

/** Asks for pages in turn, so that what slows the machine down for a while slows all of them. */
export async function inTurn<Name extends string>(
  pages: Readonly<Record<Name, Page>>,
  { runs, seconds }: Pick<Options, "runs" | "seconds">,
  readers = READERS,
): Promise<Slices<Name>> {
  const names = Object.keys(pages) as Name[];
  const slices = Object.fromEntries(names.map((name) => [name, [] as Load[]])) as Slices<Name>;
  const limits = { readers, seconds, requests: MOST_REQUESTS };
  for (const name of names) await load(pages[name], { ...limits, seconds: WARM_UP_SECONDS });
  for (let run = 0; run < runs; run += 1)
    for (const name of names) slices[name].push(await load(pages[name], limits));
  return slices;
}

/** Answers a second, slice by slice. */
export const rates = (slices: readonly Load[]): number[] => slices.map(({ perSecond }) => perSecond);

/** Milliseconds an answer, slice by slice; of use where one reader asked. */
export const times = (slices: readonly Load[]): number[] => slices.map(({ perSecond }) => 1000 / perSecond);

/** "812 answers/s (790–840), 1.2 kB". */
export function told(slices: readonly Load[]): string {
  return `${spread(rates(slices), "answers/s")}, ${(median(slices.map(({ bytes }) => bytes)) / 1000).toFixed(1)} kB`;
}
