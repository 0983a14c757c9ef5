import { loadViewer } from "#lib/platform/access/load-viewer.ts";
import { provide } from "#lib/platform/env.ts";
import { applyStarted } from "#lib/results/applying-commands.ts";
import { stageImport } from "#lib/results/stage-commands.ts";

/** A process that does one job of an import, to be killed in the middle of it: kind, import, person, database, data folder. */
const [kind, importId, personId, databaseUrl, dataFolder] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
provide({ DATABASE_URL: databaseUrl, PORTAL_DATA: dataFolder });
const viewer = await loadViewer(Number(personId));
if (!viewer) throw new Error("nobody");
if (kind === "apply") await applyStarted(viewer, Number(importId), new Date("2025-05-20T18:00:00Z"));
else await stageImport(viewer, Number(importId));
process.exit(0);
