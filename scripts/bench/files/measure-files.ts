import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { disconnect } from "#lib/platform/db/client.ts";
import { provide } from "#lib/platform/env.ts";
import { openPortal } from "../../setup/open-portal.ts";
import { later, temporaryFolder } from "../cleanup.ts";
import { bringInParts } from "../import/bring.ts";
import { prepareCopy } from "../import/copy-rows.ts";
import { districtForm } from "../import/district-form.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { makeRegion, WORKS } from "./invented-spring.ts";
import { type AfterFile, importFolder } from "./run-command.ts";

const FILES = 100;
const QUICK_FILES = 10;
/** Files that are written beside COPY. */
const COMPARED = 3;
const TOLD = 10;
const ROWS = 25_745;
const SCHOOLS = 250;
/** At the end against here: before, the program is still learning. */
const EARLY = 5;

/** A hundred regional workbooks from the command line: its memory after each of them, its time, and its writing against COPY. */
export async function measureFiles({ quick }: Options, tell: (text: string) => void): Promise<Ratio[]> {
  const now = new Date();
  const data = temporaryFolder();
  provide({ PORTAL_DATA: data, DATABASE_URL: "", PORTAL_SECRET: "" });
  const portal = await openPortal();
  later(async () => {
    await disconnect();
    await portal.close();
  });
  const count = quick ? QUICK_FILES : FILES;
  const works = WORKS.slice(0, count + COMPARED);
  const ids = await makeRegion(SCHOOLS, works, now);
  tell(`files: making ${count} workbooks of ${ROWS} rows × 37 columns`);
  const folder = join(data, "files");
  mkdirSync(folder);
  let bytes = 0;
  for (const [i, work] of works.slice(0, count).entries()) {
    const form = districtForm(ROWS, SCHOOLS, i, work);
    bytes += form.length;
    writeFileSync(join(folder, `${String(i + 1).padStart(3, "0")}.xlsx`), form);
  }
  tell(`files: bringing them from the command line`);
  const environment = { PORTAL_DATA: data, DATABASE_URL: "", PORTAL_SECRET: "" };
  const after = await importFolder(folder, environment, (file, { residentMb, peakMb, seconds }) => {
    if (file % TOLD === 0)
      tell(
        `files: ${file} brought, ${residentMb.toFixed(0)} MB now, ${peakMb.toFixed(0)} MB at most, the last in ${seconds.toFixed(1)} s`,
      );
  });
  if (after.length !== count)
    throw new Error(`The command line told of ${after.length} files, not of ${count}`);
  tell(`files: ${COMPARED} of them beside COPY`);
  const copy = await prepareCopy(portal.ownerUrl);
  const times = { written: [] as number[], copied: [] as number[] };
  for (const [i, work] of works.slice(count).entries()) {
    const form = districtForm(ROWS, SCHOOLS, count + i, work);
    const brought = { viewer: systemViewer, name: "Ф1.xlsx", bytes: form, workId: ids[count + i] ?? 0, now };
    const { examination, milliseconds } = await bringInParts(brought);
    times.written.push(milliseconds);
    times.copied.push(await copy(examination.rows, examination.schoolIds));
  }
  return [...memory(after, bytes), ...speed(after, times)];
}

function memory(after: readonly AfterFile[], bytes: number): Ratio[] {
  const resident = after.map(({ residentMb }) => residentMb);
  const told = [1, 2, 5, 10, 25, 50, 75, 100].filter((file) => file <= after.length);
  const early = median(resident.slice(EARLY - 3, EARLY + 2));
  return [
    {
      name: `memory after the last of ${after.length} regional files / after the fifth`,
      value: median(resident.slice(-5)) / early,
      goal: { kind: "atMost", value: 1.1 },
      unit: "×",
      behind: `medians of five; ${told.map((file) => `after ${file}: ${resident[file - 1]?.toFixed(0)} MB`).join(", ")}; the most at any moment: ${after[0]?.peakMb.toFixed(0)} MB in the first file, ${after.at(-1)?.peakMb.toFixed(0)} MB in all (goal 400); files of ${(bytes / after.length / 1e6).toFixed(1)} MB`,
    },
  ];
}

function speed(after: readonly AfterFile[], times: { written: number[]; copied: number[] }): Ratio[] {
  const seconds = after.slice(1).map((file) => 1000 * file.seconds);
  return [
    {
      name: `one file of ${ROWS} × 37 from the command line, read, checked, applied`,
      value: median(seconds),
      goal: { kind: "atMost", value: 20_000 },
      unit: "ms",
      behind: spread(seconds, "ms"),
    },
    {
      name: "writing its rows (stage + apply), rows/s / COPY, rows/s",
      value: median(times.copied) / median(times.written),
      goal: { kind: "atLeast", value: 0.5 },
      unit: "×",
      behind: `stage + apply ${spread(times.written, "ms")}; COPY ${spread(times.copied, "ms")}`,
    },
  ];
}
