import { disconnect } from "#lib/platform/db/client.ts";
import { provide } from "#lib/platform/env.ts";
import { openPortal } from "../../setup/open-portal.ts";
import { later } from "../cleanup.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, pairedRatio, spread } from "../samples.ts";
import { type BareNext, startBareNext } from "./bare-next.ts";
import { inTurn, READERS, rates, times, told } from "./compare.ts";
import type { Page } from "./load.ts";
import { type BenchPortal, ensureBuilt, makeRegion, officerOf, startPortal } from "./portal.ts";
import { linksTo, signIn } from "./sign-in.ts";
import { leaveOneMunicipality, settle } from "./thin.ts";

/** Pages of the portal against bare pages of the same Next, and against themselves with less data. */
export async function measurePages(options: Options, tell: (text: string) => void): Promise<Ratio[]> {
  tell("pages: building");
  await ensureBuilt();
  const bare = await startBareNext();
  tell("pages: making the demo region");
  const portal = await startPortal(await makeRegion("demo"));
  const dashboard = await dashboardOf(portal);
  const report = await reportOf(portal);
  tell("pages: asking for them in turn");
  const anew = { ...dashboard, anew: true };
  const made = await inTurn({ dashboard, anew, bare: { url: bare.dynamic } }, slicesOf(options));
  const still = { bare: { url: bare.static }, behind: { url: bare.behind } };
  const read = await inTurn({ report, ...still }, slicesOf(options));
  await portal.stop();
  const readers = `${READERS} readers`;
  const ratios: Ratio[] = [
    {
      name: "municipal dashboard, answers/s / a bare dynamic page",
      value: pairedRatio(rates(made.dashboard), rates(made.bare)),
      goal: { kind: "atLeast", value: 0.5 },
      unit: "×",
      behind: `${pathOf(dashboard)}: ${told(made.dashboard)}; bare page: ${told(made.bare)}; ${readers}`,
    },
    {
      name: "the same, drawn anew for each answer",
      value: pairedRatio(rates(made.anew), rates(made.bare)),
      goal: null,
      unit: "×",
      behind: `as after every change of a result: ${told(made.anew)}`,
    },
    {
      name: "published report, answers/s / a static page",
      value: pairedRatio(rates(read.report), rates(read.bare)),
      goal: { kind: "atLeast", value: 0.8 },
      unit: "×",
      behind: `${pathOf(report)}: ${told(read.report)}; static page: ${told(read.bare)}; ${readers}`,
    },
    {
      name: "published report, answers/s / a static page behind a proxy",
      value: pairedRatio(rates(read.report), rates(read.behind)),
      goal: null,
      unit: "×",
      behind: `static page behind a proxy that sets one header, as the portal's sets several: ${told(read.behind)}`,
    },
  ];
  return options.quick ? ratios : [...ratios, await measureScale(options, bare, tell)];
}

/** A dashboard with a million participations behind it, then with ten thousand. */
async function measureScale(options: Options, bare: BareNext, tell: (text: string) => void): Promise<Ratio> {
  tell("pages: making a region of a million participations, this takes minutes");
  const folder = await makeRegion("scale");
  provide({ PORTAL_DATA: folder, DATABASE_URL: "", PORTAL_SECRET: "" });
  const { ownerUrl, close } = await openPortal();
  later(async () => {
    await disconnect();
    await close();
  });
  const portal = await startPortal(folder);
  const dashboard = await dashboardOf(portal);
  // Drawn anew each time: a page that is sent again asks little of the database, whatever is in it.
  const pages = { dashboard: { ...dashboard, anew: true }, bare: { url: bare.dynamic } };
  tell("pages: the dashboard with a million participations");
  const many = await settle(ownerUrl);
  const withMany = await inTurn(pages, slicesOf(options), 1);
  tell("pages: the same dashboard with ten thousand");
  await leaveOneMunicipality(ownerUrl, Number(/municipality-(\d+)/.exec(dashboard.url)?.[1]));
  const few = await settle(ownerUrl);
  const withFew = await inTurn(pages, slicesOf(options), 1);
  await portal.stop();
  // Each against the bare page beside it: the two were measured minutes apart.
  const against = (slices: typeof withMany) =>
    median(times(slices.dashboard).map((time, i) => time / (times(slices.bare)[i] ?? Number.NaN)));
  return {
    name: "municipal dashboard, time with a million participations / with ten thousand",
    value: against(withMany) / against(withFew),
    goal: { kind: "atMost", value: 1.2 },
    unit: "×",
    behind: `${many} participations: ${spread(times(withMany.dashboard), "ms", 1)}; ${few}: ${spread(times(withFew.dashboard), "ms", 1)}; bare page beside them ${spread(times(withMany.bare), "ms", 1)} and ${spread(times(withFew.bare), "ms", 1)}; one reader, ${pathOf(dashboard)}`,
  };
}

/** A third of the runs of the import: a slice holds hundreds of answers already. */
const slicesOf = ({ runs, seconds }: Options) => ({ runs: Math.max(3, Math.round(runs / 3)), seconds });

const pathOf = ({ url }: Page) => new URL(url).pathname;

/** The newest work of the officer's municipality. */
async function dashboardOf({ url, folder }: BenchPortal): Promise<Page> {
  const cookie = await signIn(url, officerOf(folder));
  return {
    url: url + (await firstLink(`${url}/insights`, /^\/insights\/municipality-\d+\/\d+$/, cookie)),
    cookie,
  };
}

/** The newest published report. */
async function reportOf({ url }: BenchPortal): Promise<Page> {
  return { url: url + (await firstLink(`${url}/reports`, /^\/reports\/[^/?]+$/)) };
}

async function firstLink(url: string, pattern: RegExp, cookie = ""): Promise<string> {
  const page = await fetch(url, { headers: { Cookie: cookie } });
  const [link] = linksTo(await page.text(), pattern);
  if (link === undefined) throw new Error(`${page.url} links to nothing like ${pattern}`);
  return link;
}
