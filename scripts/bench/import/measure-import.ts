import { setTimeout as sleep } from "node:timers/promises";
import { disconnect } from "#lib/platform/db/client.ts";
import { provide } from "#lib/platform/env.ts";
import { readInWorker } from "#lib/platform/workbook/in-worker.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { openPortal } from "../../setup/open-portal.ts";
import { later, temporaryFolder } from "../cleanup.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, pairedRatio, spread } from "../samples.ts";
import { type Brought, bring, bringInParts } from "./bring.ts";
import { prepareCopy } from "./copy-rows.ts";
import { districtForm } from "./district-form.ts";
import { type LongestStop, longestStop } from "./loop-delay.ts";
import { makePlace, makeWork } from "./place.ts";
import { schoolForm } from "./school-form.ts";

const ROWS = 1_500;
const SCHOOLS = 20;
const LARGE = { rows: 25_000, schools: 1_000 };
const STOPPED = 5;

/** Importing against reading and against COPY, in an embedded PostgreSQL of its own with the settings of a real portal. */
export async function measureImport({ runs }: Options, tell: (text: string) => void): Promise<Ratio[]> {
  const now = new Date();
  provide({ PORTAL_DATA: temporaryFolder(), DATABASE_URL: "", PORTAL_SECRET: "" });
  const portal = await openPortal();
  later(async () => {
    await disconnect();
    await portal.close();
  });
  const place = await makePlace(LARGE.schools, now);
  const copy = await prepareCopy(portal.ownerUrl);
  const school = schoolForm(ROWS, 0);
  const file = async (bytes = school): Promise<Brought> => {
    return { viewer: place.deputy, name: "Форма.xlsx", bytes, workId: await makeWork(now), now };
  };
  const list = async (bytes: Uint8Array): Promise<Brought> => ({
    ...(await file(bytes)),
    viewer: place.officer,
  });

  tell(`import: the first file, then ${runs} runs to warm up and ${runs} that count`);
  const first = await bring(await file());
  const times = {
    thread: [0],
    here: [0],
    whole: [0],
    written: [0],
    copied: [0],
    list: [0],
    listRead: [0],
    again: [0],
  };
  const district = districtForm(ROWS, SCHOOLS, 0);
  for (let run = 0; run < runs * 2; run += 1) {
    if (run === runs || run === 0)
      for (const key of Object.keys(times)) times[key as keyof typeof times] = [];
    times.thread.push(await timed(() => readInWorker(school, "Форма.xlsx")));
    const brought = await file();
    times.whole.push(await bring(brought));
    times.here.push(await timed(async () => readWorkbook(school, "Форма.xlsx")));
    const { examination, milliseconds } = await bringInParts(await file());
    times.written.push(milliseconds);
    times.copied.push(await copy(examination.rows, examination.schoolIds));
    times.again.push(await bring({ ...brought, bytes: schoolForm(ROWS, 1) }));
    times.listRead.push(await timed(() => readInWorker(district, "Ф1.xlsx")));
    times.list.push(await bring(await list(district)));
  }
  tell("import: the event loop");
  const stops: LongestStop[] = [];
  for (let run = 0; run < STOPPED; run += 1) {
    const brought = await file();
    stops.push(await longestStop(() => bring(brought)));
  }
  const large = await list(districtForm(LARGE.rows, LARGE.schools, 0));
  let largeTime = 0;
  const largeStop = await longestStop(async () => {
    largeTime = await bring(large);
  });
  const idle = await longestStop(() => sleep(median(times.whole) * STOPPED));
  const idleText = `with nothing to do it stood ${idle.stood.toFixed(0)} ms`;

  const rate = (milliseconds: number, rows = ROWS) => `${Math.round((rows / milliseconds) * 1000)} rows/s`;
  return [
    {
      name: `import of a ${ROWS}-row form / reading its cells (both in the thread)`,
      value: pairedRatio(times.whole, times.thread),
      goal: { kind: "atMost", value: 2 },
      unit: "×",
      behind: `import ${spread(times.whole, "ms")}, ${rate(median(times.whole))}; reading ${spread(times.thread, "ms")}, without a thread ${spread(times.here, "ms")}; first file after the start ${first.toFixed(0)} ms`,
    },
    {
      name: "writing its rows (stage + apply), rows/s / COPY, rows/s",
      value: pairedRatio(times.copied, times.written),
      goal: { kind: "atLeast", value: 0.4 },
      unit: "×",
      behind: `stage + apply ${spread(times.written, "ms")}, ${rate(median(times.written))}; COPY ${spread(times.copied, "ms", 1)}, ${rate(median(times.copied))}`,
    },
    {
      name: `the same rows as a list of ${SCHOOLS} schools / reading its cells`,
      value: pairedRatio(times.list, times.listRead),
      goal: null,
      unit: "×",
      behind: `import ${spread(times.list, "ms")}, ${rate(median(times.list))}; reading ${spread(times.listRead, "ms")}`,
    },
    {
      name: "replacing every row of the form / bringing it the first time",
      value: pairedRatio(times.again, times.whole),
      goal: null,
      unit: "×",
      behind: `replacing ${spread(times.again, "ms")}`,
    },
    {
      name: "longest stop of the event loop during the import",
      value: median(stops.map(({ stood }) => stood)),
      goal: { kind: "atMost", value: 50 },
      unit: "ms",
      behind: `median of ${STOPPED} imports; ${spread(
        stops.map(({ computed }) => computed),
        "ms",
      )} of computing between two turns; ${idleText}`,
    },
    {
      name: `the same for a list of ${LARGE.rows} rows and ${LARGE.schools} schools`,
      value: largeStop.stood,
      goal: { kind: "atMost", value: 50 },
      unit: "ms",
      behind: `one import, ${(largeTime / 1000).toFixed(1)} s, ${rate(largeTime, LARGE.rows)}; ${largeStop.computed.toFixed(0)} ms of computing between two turns; ${idleText}`,
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
