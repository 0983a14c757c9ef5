import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { type Act, type Cast, viewerOf } from "./acts/act.ts";
import { examActs } from "./acts/exams.ts";
import { found } from "./acts/founding.ts";
import { history } from "./acts/history.ts";
import { importActs } from "./acts/imports.ts";
import { mishaps } from "./acts/mishaps.ts";
import { reports } from "./acts/reports.ts";
import { loadSeason, loadVerifiedWorks } from "./acts/works.ts";
import { cycleActs } from "./cycle.ts";
import { instant } from "./deliveries.ts";
import type { DemoWorld } from "./form-file.ts";
import { indicatorValueActs } from "./indicator-values.ts";
import { indicatorActs } from "./indicators.ts";
import { regulationActs } from "./regulations.ts";
import { scheduleActs } from "./schedule.ts";

/**
 * Lives two years of the demo region in an empty database, by the commands that people use and in the order of time.
 * Everything but passwords is the same each time; `today` only keeps the last window open.
 */
export async function createDemoRegion(world: DemoWorld, today: Date): Promise<Cast> {
  const { units, people } = await found(world);
  const cast: Cast = { world, units, people, workIds: new Map() };
  const acts = [
    ...workActs(cast, today),
    ...history,
    ...importActs(world),
    ...mishaps(world),
    ...reports,
    ...examActs,
    ...cycleActs,
    ...regulationActs,
    ...indicatorActs,
    ...indicatorValueActs,
    ...scheduleActs,
  ];
  for (const { at, run } of acts.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))))
    await run(cast, instant(at));
  return cast;
}

/** Works become known before their window opens. */
function workActs(cast: Cast, today: Date): Act[] {
  const load = (at: string, season: Parameters<typeof loadSeason>[2]): Act => ({
    at,
    run: async (_cast, now) => {
      await loadSeason(cast.world, viewerOf(cast, "region"), season, now, today);
      cast.workIds = await idsByCode();
    },
  });
  return [
    { at: "2025-03-20T09:00", run: (_cast, now) => loadVerifiedWorks(now) },
    load("2025-04-03T11:00", { year: 2025, season: "spring" }),
    load("2026-04-13T11:00", { year: 2026, season: "spring" }),
    load("2026-11-02T11:00", { year: 2026, season: "autumn" }),
  ];
}

async function idsByCode(): Promise<Map<string, number>> {
  const works = await asViewer(systemViewer, (tx) => tx.work.findMany({ select: { id: true, code: true } }));
  return new Map(works.map(({ id, code }) => [code, id]));
}
