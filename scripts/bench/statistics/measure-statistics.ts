import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { measureItems } from "./items.ts";
import { measureRandomIntercept } from "./random-intercept.ts";
import { measureRasch } from "./rasch.ts";
import { measureSuppression } from "./suppression.ts";

/** The statistics on simulated data; against R where R and the package are there, else ours alone. */
export async function measureStatistics(options: Options, tell: (text: string) => void): Promise<Ratio[]> {
  const ratios: Ratio[] = [];
  for (const measure of [measureItems, measureRandomIntercept, measureRasch, measureSuppression])
    ratios.push(...(await measure(options, tell)));
  return ratios;
}
