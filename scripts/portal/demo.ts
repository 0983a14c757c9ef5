import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { translator } from "#messages/translate.ts";
import { accountsFile } from "#scripts/serve/demo.ts";
import { writeAccounts } from "../demo/accounts.ts";
import { createDemoRegion } from "../demo/create-region.ts";
import type { DemoFile, DemoWorld } from "../demo/form-file.ts";
import { demoRegion } from "../demo/region.ts";
import { createScaleRegion } from "../demo/scale/create-scale-region.ts";
import { tourFiles } from "../demo/tour.ts";
import { demoWorks } from "../demo/works.ts";
import { command, text } from "./command.ts";

const t = translator("ru", "demo");

/**
 * `portal demo`: the invented region, in an empty database; `--scale` makes a large one for measuring, `--files FOLDER`
 * only writes the sample files of the tour and touches no data.
 */
export const demo = command({ scale: { type: "boolean" }, files: { type: "string" } }, async (words) => {
  const world: DemoWorld = { region: demoRegion(), works: demoWorks(), t };
  const folder = text(words, "files");
  if (folder !== undefined) {
    const names = await writeFiles(folder, tourFiles(world));
    console.log(t("doneFiles", { count: names.length, folder, names: names.join("\n") }));
    return 0;
  }
  if ((await asViewer(systemViewer, (tx) => tx.region.count())) > 0) {
    console.error(t("refused.notEmpty"));
    return 1;
  }
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1).replace(".", ",");
  if (words.values.scale === true) {
    const people = await createScaleRegion(world, currentInstant());
    writeAccounts(accountsFile(), t, world.region, people.values());
    console.log(t("doneScale", { seconds: seconds(), ...(await counts()) }));
    return 0;
  }
  const cast = await createDemoRegion(world, currentInstant());
  writeAccounts(accountsFile(), t, world.region, cast.people.values());
  const tour = path.join(env.PORTAL_DATA, "tour");
  await writeFiles(tour, tourFiles(world));
  console.log(t("done", { seconds: seconds(), ...(await counts()), accounts: accountsFile(), tour }));
  return 0;
});

async function writeFiles(folder: string, files: readonly DemoFile[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeFile(path.join(folder, name), bytes);
  return files.map(({ name }) => name);
}

/** As texts: a count in a sentence of the command line is not grouped into thousands. */
function counts(): Promise<Record<string, string>> {
  return asViewer(systemViewer, async (tx) => ({
    schools: String(await tx.school.count()),
    participations: String(await tx.participation.count()),
    imports: String(await tx.importFile.count()),
    reports: String(await tx.report.count()),
  }));
}
