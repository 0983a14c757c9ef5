import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import { asViewer, inTransaction, type ReadTx, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { type LoadPlan, type Planner, planLoad } from "./load-plan.ts";
import { type Part, planChange, planFilling } from "./plan.ts";
import { scaleInForce, workCode } from "./rules.ts";
import type { WorkDraft } from "./schema.ts";
import { workStates } from "./work-state.ts";
import { problemFinding } from "./works-file/findings.ts";
import { gatherWorks } from "./works-file/gather.ts";
import { readWorksFile } from "./works-file/read-works-file.ts";
import { insertWork, writeChange } from "./write-work.ts";

export interface LoadedWork {
  code: string;
  /** null: not there yet, because nothing was written */
  workId: number | null;
  /** what the file changes or brings */
  parts: readonly (Part | "work")[];
}
/** What became, or would become, of each work of the files. `refused` are errors: their works are not taken; `notes` weigh less. */
export interface LoadOutcome {
  added: readonly LoadedWork[];
  changed: readonly LoadedWork[];
  unchanged: readonly LoadedWork[];
  refused: readonly Finding[];
  notes: readonly Finding[];
  /** files whose rows state no year and none was given; `proposed` is the year in the file's name */
  yearMissing: readonly { file: string; proposed: number | null }[];
  /** the works as they were read, for the review that a person confirms */
  drafts: readonly WorkDraft[];
}

/**
 * Loads works, tasks and scales from files (docs/works-file.md); tasks and scale of a work may stand in different files.
 * A work with an error is refused whole, the others are written together. `dryRun` writes nothing and answers the same.
 */
export async function loadWorks(
  viewer: Viewer,
  files: readonly { name: string; bytes: Uint8Array }[],
  options: { dryRun?: boolean; year?: number | undefined },
  now: Date,
): Promise<LoadOutcome> {
  permit(viewer, "assessments.edit");
  const readings = files.map(({ name, bytes }) => readWorksFile(bytes, name));
  const gathered = gatherWorks(readings, options.year ?? null);
  const drafts = gathered.works.map(({ draft }) => draft);
  const outcome = options.dryRun
    ? planned(await asViewer(viewer, (tx) => decide(tx, drafts, planChange)))
    : await write(viewer, drafts, planChange, now);
  const places = new Map(gathered.works.map(({ code, line }) => [code, line]));
  const isError = (finding: Finding) => finding.severity === "error";
  return {
    ...outcome,
    drafts,
    refused: [
      ...gathered.findings.filter(isError),
      ...outcome.refused.map((finding) => placed(finding, places)),
    ],
    notes: gathered.findings.filter((finding) => !isError(finding)),
    yearMissing: gathered.yearMissing,
  };
}

/** Writes the works of a review that a person has confirmed. They are checked again: what comes back from a browser is no more than a file. */
export async function applyWorks(
  viewer: Viewer,
  drafts: readonly WorkDraft[],
  now: Date,
): Promise<LoadOutcome> {
  permit(viewer, "assessments.edit");
  const once = new Map(drafts.map((draft) => [workCode(draft), draft]));
  return write(viewer, [...once.values()], planChange, now);
}

/** Adds the definitions that come with the portal (prisma/seed/works-*.csv). Never changes what the centre has described; repeating it changes nothing. */
export async function loadShippedWorks(viewer: Viewer, now: Date): Promise<LoadOutcome> {
  permit(viewer, "assessments.edit");
  const folder = path.join(process.cwd(), "prisma", "seed");
  const names = (await readdir(folder)).filter((name) => /^works-.*\.csv$/.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })),
  );
  const gathered = gatherWorks(
    files.map(({ name, bytes }) => readWorksFile(bytes, name)),
    null,
  );
  const broken = gathered.findings.find(({ severity }) => severity === "error");
  if (broken)
    throw new Error(`a definition that comes with the portal cannot be read: ${JSON.stringify(broken)}`);
  const drafts = gathered.works.map(({ draft }) => draft);
  const fill: Planner = (work, draft) => ({ ok: true, change: planFilling(work, draft) });
  // The portal's own: no person adopted these scales.
  return write({ ...viewer, personId: null }, drafts, fill, now);
}

/** Works that exist are held until the transaction ends, so that what was decided still holds when it is written. */
async function write(
  viewer: Viewer,
  drafts: readonly WorkDraft[],
  plan: Planner,
  now: Date,
): Promise<LoadOutcome> {
  try {
    return await inTransaction(viewer, async (tx) => {
      await tx.$executeRaw`SELECT FROM work WHERE code = ANY(${drafts.map(workCode)}::text[]) ORDER BY id FOR UPDATE`;
      const decided = await decide(tx, drafts, plan);
      const ids = new Map<string, number>();
      for (const { code, draft } of decided.adding)
        ids.set(code, await insertWork(tx, viewer, draft, "centre", now));
      for (const { work, change } of decided.changing) {
        await writeChange(
          tx,
          viewer,
          { ...work, edition: scaleInForce(work.editions)?.edition ?? 0 },
          change,
          now,
        );
      }
      await recordLoad(tx, viewer, decided, now);
      return planned(decided, ids);
    });
  } catch (error) {
    // Somebody else added one of the works at the same moment.
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "assessments.refused.changedMeanwhile");
    throw error;
  }
}

async function decide(tx: ReadTx, drafts: readonly WorkDraft[], plan: Planner): Promise<LoadPlan> {
  const states = await workStates(tx, { code: { in: drafts.map(workCode) } });
  return planLoad(new Map(states.map((state) => [state.code, state])), drafts, plan);
}

async function recordLoad(
  tx: WriteTx,
  viewer: Viewer,
  { adding, changing }: LoadPlan,
  now: Date,
): Promise<void> {
  if (adding.length + changing.length === 0) return;
  const details = {
    added: adding.map(({ code }) => code),
    changed: changing.map(({ code, parts }) => ({ code, parts })),
  };
  await record(
    tx,
    viewer,
    { action: "assessments.load", subject: "works:file", municipalityId: null, details },
    now,
  );
}

function planned(
  { adding, changing, unchanged, refused }: LoadPlan,
  ids = new Map<string, number>(),
): LoadOutcome {
  return {
    added: adding.map(({ code, parts }) => ({ code, parts, workId: ids.get(code) ?? null })),
    changed: changing.map(({ code, parts, work }) => ({ code, parts, workId: work.id })),
    unchanged: unchanged.map(({ code, workId }) => ({ code, workId, parts: [] })),
    refused: refused.map(({ code, problem }) => problemFinding(problem, {}, code)),
    notes: [],
    yearMissing: [],
    drafts: [],
  };
}

/** The finding with the row of the file that describes its work. */
function placed(finding: Finding, places: ReadonlyMap<string, { sheet: string; row: number }>): Finding {
  const place = places.get(String(finding.params.work));
  return place ? { ...finding, sheet: place.sheet, row: place.row } : finding;
}
