import { createHash } from "node:crypto";
import { rootTranslator } from "#messages/translate.ts";
import { workTitle } from "../assessments/work-title.ts";
import { asViewer, inTransaction, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { applyImport } from "../results/apply-commands.ts";
import { examine } from "../results/examine.ts";
import { namedWorks } from "../results/named-works.ts";
import { registerImport } from "../results/receive-commands.ts";
import { stage } from "../results/stage-commands.ts";
import type { Agreement } from "./agreement.ts";
import { cellName, entryColumns, mostRows } from "./columns.ts";
import { cellsOf } from "./commands.ts";
import { type EntryPlace, findPlace, storedEntry } from "./find-entry.ts";
import { judgeRows } from "./judge-rows.ts";
import type { EntryKey } from "./schema.ts";
import { entrySheet, type JudgedRow } from "./sheet.ts";
import { takenCodes } from "./taken-codes.ts";

/** `applied` = in the results; `unchanged` = the same was there already; `look` = results that stand would be replaced, a person looks first. */
export interface HandedOver {
  outcome: "applied" | "unchanged" | "look";
  importId: number;
  rows: number;
}

interface Draft {
  entryId: number;
  version: number;
  place: EntryPlace;
  title: string;
  rows: JudgedRow[];
}

/**
 * Hands a typed class over to the results, the way a file goes: written as the portal's own form, checked, staged, applied.
 * Refused while a cell is wrong, while two typings differ, and, without a word of consent, while something is blank.
 */
export async function handOver(
  viewer: Viewer,
  key: EntryKey,
  consent: { incomplete: boolean },
  now: Date,
): Promise<HandedOver> {
  permit(viewer, "results.import");
  const draft = await asViewer(viewer, (tx) => readDraft(tx, viewer, key));
  refuseUnfinished(draft.rows, consent.incomplete);
  const { place } = draft;
  const columns = entryColumns(place.work.tasks);
  const sheet = entrySheet(place.work, place.school, key.classLabel, columns, draft.rows);
  const text = JSON.stringify(sheet.rows);
  const examination = await examine(viewer, [sheet], draft.title, {
    workId: place.work.id,
    login: place.school.login,
  });
  const { importId, status } = await inTransaction(viewer, async (tx) => {
    const sha256 = createHash("sha256").update(text).digest("hex");
    const file = { name: draft.title, bytes: Buffer.byteLength(text), sha256 };
    const id = await registerImport(
      tx,
      viewer,
      file,
      { workId: place.work.id, login: place.school.login },
      now,
    );
    const staged = await stage(tx, id, examination);
    await tx.entry.update({
      where: { id: draft.entryId },
      data: { handedVersion: draft.version, handedAt: now, handedBy: viewer.personId, importId: id },
    });
    await record(
      tx,
      viewer,
      {
        action: "entry.handOver",
        subject: `entry:${draft.entryId}`,
        municipalityId: place.school.municipalityId,
        schoolId: place.school.id,
        details: { import: id, work: place.work.id, class: key.classLabel, rows: sheet.rows.length },
      },
      now,
    );
    return { importId: id, status: staged };
  });
  const rows = draft.rows.filter(({ facts }) => facts.status !== "empty").length;
  if (status === "unchanged") return { outcome: "unchanged", importId, rows };
  const adds = await asViewer(viewer, (tx) => onlyAdds(tx, importId));
  if (status !== "review" || examination.understood?.blocked !== false || !adds)
    return { outcome: "look", importId, rows };
  await applyImport(viewer, importId, now);
  return { outcome: "applied", importId, rows };
}

async function readDraft(tx: ReadTx, viewer: Viewer, key: EntryKey): Promise<Draft> {
  const place = await findPlace(tx, key);
  const entry = await storedEntry(tx, key, false);
  if (!entry) throw new RefusedError("invalid", "entry.refused.nothing");
  const row = found(await tx.entry.findUnique({ where: { id: entry.id } }));
  if (entry.twice) {
    const open = ((row.agreement ?? null) as Agreement | null)?.open.length;
    if (open === undefined) throw new RefusedError("invalid", "entry.refused.notCompared");
    if (open > 0) throw new RefusedError("invalid", "entry.refused.differences", { count: open });
  }
  const cells = await cellsOf(tx, entry.id, 1);
  const columns = entryColumns(place.work.tasks);
  const texts = new Map(cells.map((cell) => [cellName(cell.row, cell.column), cell.value]));
  const taken = new Map(await takenCodes(tx, place, key));
  const work = found((await namedWorks(tx, [key.workId])).get(key.workId));
  const t = rootTranslator(viewer.locale);
  return {
    entryId: entry.id,
    version: entry.version,
    place,
    title: t("entry.fileName", {
      title: workTitle(t, work).replaceAll("\u00a0", " "),
      label: key.classLabel,
    }),
    rows: judgeRows(columns, texts, mostRows, taken, place.work.scale),
  };
}

function refuseUnfinished(rows: readonly JudgedRow[], consented: boolean): void {
  const wrong = rows.reduce((sum, { facts }) => sum + facts.problems.size, 0);
  if (wrong > 0) throw new RefusedError("invalid", "entry.refused.wrong", { count: wrong });
  if (rows.every(({ facts }) => facts.status === "empty"))
    throw new RefusedError("invalid", "entry.refused.nothing");
  const blanks = rows.reduce((sum, { facts }) => sum + facts.blanks, 0);
  const idle = rows.filter(({ facts, texts }) => facts.status === "empty" && texts[0] !== "").length;
  if (!consented && blanks + idle > 0)
    throw new RefusedError("invalid", "entry.refused.incomplete", { blanks, idle });
}

/** Whether applying would replace or remove nothing that stands. */
async function onlyAdds(tx: ReadTx, importId: number): Promise<boolean> {
  const targets = await tx.importTarget.findMany({
    where: { importId },
    select: { changed: true, gone: true },
  });
  return targets.length > 0 && targets.every(({ changed, gone }) => changed + gone === 0);
}
