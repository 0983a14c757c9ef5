import { computeChanged, recomputeAll } from "#lib/indicators/values/compute-commands.ts";
import { readLines } from "#lib/indicators/values/line-reads.ts";
import { namedUnit } from "#lib/indicators/values/unit.ts";
import { asViewer, inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { disconnect } from "#lib/platform/db/client.ts";
import { provide } from "#lib/platform/env.ts";
import { openPortal } from "../../setup/open-portal.ts";
import { later, temporaryFolder } from "../cleanup.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { makeRegion, SIZE } from "./made-region.ts";

const officer: Viewer = {
  ...systemViewer,
  ...{
    role: "municipality",
    personId: 1,
    regionId: 1,
    municipalityId: 3,
    scope: { kind: "municipality", id: 3 },
  },
};

/** Values of indicators at the size that is promised: the municipality's page, everything anew, and one municipality's change. */
export async function measureIndicators({ runs }: Options, tell: (text: string) => void): Promise<Ratio[]> {
  provide({ PORTAL_DATA: temporaryFolder(), DATABASE_URL: "", PORTAL_SECRET: "" });
  const portal = await openPortal();
  later(async () => {
    await disconnect();
    await portal.close();
  });
  tell("indicators: making 1,000 schools with five years of facts");
  await makeRegion(portal.ownerUrl);
  tell("indicators: computing everything for the first time");
  let values = 0;
  const first = await timed(async () => {
    values = (await recomputeAll(new Date())).values;
  });
  tell("indicators: computing everything again");
  const again = await timed(() => recomputeAll(new Date()));
  const page = await times(runs, () =>
    asViewer(officer, async (tx) => {
      const unit = await namedUnit(tx, officer, { kind: "municipality", id: 3 });
      return readLines(tx, unit, 2025);
    }),
  );
  const follow: number[] = [];
  for (let run = 0; run < Math.min(runs, 5); run += 1) {
    await changeMunicipality(run);
    follow.push(await timed(() => computeChanged(new Date())));
  }
  const size = `${SIZE.indicators} indicators × ${SIZE.schools} schools × ${SIZE.years.length} years`;
  return [
    {
      name: "values of a municipality's page, server time",
      ...{ value: median(page), goal: { kind: "atMost", value: 150 }, unit: "ms" },
      behind: `${spread(page, "ms")}; ${size}, all years of history read`,
    },
    {
      name: "all values computed for the first time",
      ...{ value: first, goal: { kind: "atMost", value: 60_000 }, unit: "ms" },
      behind: `${values} values of schools and those of ${SIZE.municipalities + 1} areas; ${size}`,
    },
    {
      name: "all values computed again, nothing changed",
      ...{ value: again, goal: { kind: "atMost", value: 60_000 }, unit: "ms" },
      behind: size,
    },
    {
      name: "values follow a changed fact of each school of a municipality",
      ...{ value: median(follow), goal: { kind: "atMost", value: 5_000 }, unit: "ms" },
      behind: `${spread(follow, "ms")}; 50 schools, newest year`,
    },
  ];
}

/** One entered fact of each school of municipality 3 becomes another number. */
function changeMunicipality(run: number): Promise<number> {
  return inTransaction(
    systemViewer,
    (tx) => tx.$executeRaw`
      UPDATE indicator_fact SET value = ${200 + run} WHERE code = 'pupils_total' AND school_year = 2025
        AND school_id IN (SELECT id FROM school WHERE municipality_id = 3)`,
  );
}

async function times(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const found: number[] = [];
  for (let run = 0; run < runs; run += 1) found.push(await timed(work));
  return found;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
