import { loadShippedWorks, loadWorks } from "#lib/assessments/load-commands.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import type { DemoWorld } from "../form-file.ts";
import { seedFile } from "../seed-table.ts";

const OPEN_UNTIL = "2026-12-18";
const DAY = 86_400_000;
/** A window is left for whoever opens the demo region later. */
const LEAST_DAYS = 14;

/** Loads what ships with the portal; the region has the other works from a file of its own. */
export async function loadVerifiedWorks(now: Date): Promise<void> {
  await loadShippedWorks(systemViewer, now);
}

/** Loads the invented works of one season. `today` is the real day: the last work stays open for a fortnight at least. */
export async function loadSeason(
  { t }: DemoWorld,
  viewer: Viewer,
  season: { year: number; season: "spring" | "autumn" },
  now: Date,
  today: Date,
): Promise<void> {
  const later = new Date(today.getTime() + LEAST_DAYS * DAY).toISOString().slice(0, 10);
  const [head = "", ...lines] = new TextDecoder().decode(seedFile("demo-works.csv")).trimEnd().split("\n");
  const own = lines.filter(
    (line) => line.split(",").slice(1, 3).join() === `${season.year},${season.season}`,
  );
  const text = [head, ...own].join("\n").replaceAll(OPEN_UNTIL, later > OPEN_UNTIL ? later : OPEN_UNTIL);
  const name = t("files.works", { year: String(season.year), season: season.season });
  const loaded = await loadWorks(viewer, [{ name, bytes: new TextEncoder().encode(`${text}\n`) }], {}, now);
  if (loaded.refused.length > 0) throw new Error(`${name}: ${JSON.stringify(loaded.refused)}`);
}
