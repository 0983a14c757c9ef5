import { entryColumns } from "#lib/entry/columns.ts";
import { saveCells } from "#lib/entry/commands.ts";
import { emptyGrid } from "#lib/entry/grid-state.ts";
import { handOver } from "#lib/entry/hand-over-commands.ts";
import { pasteBlock } from "#lib/entry/paste.ts";
import { getAnalysis } from "#lib/insights/queries.ts";
import { disconnect } from "#lib/platform/db/client.ts";
import { provide } from "#lib/platform/env.ts";
import { openPortal } from "../../setup/open-portal.ts";
import { later, temporaryFolder } from "../cleanup.ts";
import { pupil, TASK_MAXIMA } from "../import/invented-work.ts";
import { makePlace, makeWork } from "../import/place.ts";
import { CLASSES } from "../import/school-form.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";

const PUPILS = 30;

/** One class from the clipboard to the page of its analysis, by the commands that the grid uses, in a database of its own. */
export async function measureClass({ runs }: Options, tell: (text: string) => void): Promise<Ratio[]> {
  const now = new Date();
  provide({ PORTAL_DATA: temporaryFolder(), DATABASE_URL: "", PORTAL_SECRET: "" });
  const portal = await openPortal();
  later(async () => {
    await disconnect();
    await portal.close();
  });
  const { deputy } = await makePlace(1, now);
  const schoolId = deputy.schoolId ?? 0;
  const columns = entryColumns(TASK_MAXIMA.map((max, i) => ({ code: String(i + 1), max })));
  const [classLabel = ""] = CLASSES;
  const steps = { paste: [] as number[], save: [] as number[], hand: [] as number[], see: [] as number[] };
  tell(`grid: a class of ${PUPILS} pasted, checked and seen, ${runs} runs`);
  for (let run = -2; run < runs; run += 1) {
    const key = { workId: await makeWork(now), schoolId, classLabel };
    const block = Array.from({ length: PUPILS }, (_, row) => {
      const { code, variant, items, journal } = pupil(row, run + 2);
      return [code, "", String(variant), String(journal), "", ...items.map(String)];
    });
    const moments = [performance.now()];
    const { state } = pasteBlock(emptyGrid(columns, PUPILS), block);
    moments.push(performance.now());
    const edits = state.cells.flatMap((value, at) =>
      value === ""
        ? []
        : [
            {
              row: Math.floor(at / columns.length),
              column: columns[at % columns.length]?.key ?? "",
              value,
              base: 0,
            },
          ],
    );
    const name = (run + 100).toString(16).padStart(8, "0");
    const personId = deputy.personId ?? 0;
    await saveCells(deputy, { ...key, personId, pass: 1, batch: name, sitting: name, since: 0, edits }, now);
    moments.push(performance.now());
    const { outcome } = await handOver(deputy, key, { incomplete: true }, now);
    if (outcome !== "applied") throw new Error(`The class was not applied but: ${outcome}`);
    moments.push(performance.now());
    await getAnalysis(deputy, { kind: "school", id: schoolId, classLabel: null }, key.workId);
    moments.push(performance.now());
    if (run < 0) continue; // the first ones warm up
    Object.values(steps).forEach((times, i) => {
      times.push((moments[i + 1] ?? 0) - (moments[i] ?? 0));
    });
  }
  const whole = steps.hand.map(
    (hand, i) => hand + (steps.paste[i] ?? 0) + (steps.save[i] ?? 0) + (steps.see[i] ?? 0),
  );
  return [
    {
      name: `one class of ${PUPILS} × ${TASK_MAXIMA.length} pasted, checked, seen in the analysis`,
      value: median(whole),
      goal: { kind: "atMost", value: 1000 },
      unit: "ms",
      behind: `paste ${spread(steps.paste, "ms", 1)}, saving ${spread(steps.save, "ms")}, checks and summaries ${spread(steps.hand, "ms")}, the analysis ${spread(steps.see, "ms")}`,
    },
  ];
}
