import "server-only";
import { bandsOf } from "../assessments/rules.ts";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { Scale } from "./check.ts";
import { markByScaleSql } from "./rescale-marks.ts";

/** What a recount of marks is about: a work and one edition of its scale. */
export interface Rescaled {
  workId: number;
  year: number;
  maxScore: number;
  scale: Scale;
}

/** What recounting the marks by an edition of the scale would change; nothing is changed by asking. */
export interface RescalePreview {
  edition: number;
  /** Editions that may be chosen, the newest first: those for the work's greatest score. */
  editions: number[];
  /** Pupils who took part, in the results that this person sees. */
  rows: number;
  /** Of them: those whose mark by the scale would be another one. */
  changed: number;
  /** Schools with such pupils; locked ones are left as they are and not counted in `changed`. */
  schools: number;
  lockedSchools: number;
  lockedRows: number;
  /** From which mark to which, null = no mark by the scale; the commonest first. */
  moves: { from: number | null; to: number | null; count: number }[];
}

/** The edition of a work's scale that is asked for, else the newest. Not found: an edition that there is none of, or a work without a scale. */
export async function rescaled(tx: ReadTx, workId: number, edition: number | null) {
  const work = found(
    await tx.work.findUnique({
      where: { id: workId },
      include: { scales: { orderBy: { edition: "desc" } } },
    }),
  );
  // An edition for another greatest score was made before that was corrected: it no longer counts.
  const scales = work.scales.filter((scale) => scale.maxScore === work.maxScore);
  const asked = found(edition === null ? scales[0] : scales.find((scale) => scale.edition === edition));
  const bands = bandsOf({ ...asked, max: work.maxScore }, asked.disputed);
  const what: Rescaled = {
    ...{ workId, year: work.year, maxScore: work.maxScore },
    scale: { edition: asked.edition, bands },
  };
  return { what, editions: scales.map((scale) => scale.edition) };
}

/** What would change if the marks of a work were recounted by an edition of its scale (null: the newest). */
export function previewRescale(
  viewer: Viewer,
  workId: number,
  edition: number | null,
): Promise<RescalePreview> {
  permit(viewer, "results.rescale");
  return asViewer(viewer, async (tx) => {
    const { what, editions } = await rescaled(tx, workId, edition);
    const groups = await tx.$queryRaw<
      { from: number | null; to: number | null; locked: boolean; count: number; schools: number[] }[]
    >`
      SELECT p.mark_scale AS "from", p.mark_new AS "to", p.locked, count(*)::int AS count, array_agg(DISTINCT p.school_id) AS schools
      FROM (SELECT p.school_id, p.mark_scale, ${markByScaleSql(what.scale, what.maxScore, "p")} AS mark_new, r.locked_at IS NOT NULL AS locked
        FROM participation p JOIN result_set r ON r.school_id = p.school_id AND r.work_id = p.work_id
        WHERE p.year = ${what.year} AND p.work_id = ${workId} AND p.status = 'present') p
      GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2`;
    const differing = groups.filter(({ from, to }) => from !== to);
    const open = differing.filter(({ locked }) => !locked);
    const shut = differing.filter(({ locked }) => locked);
    const sum = (some: readonly { count: number }[]) => some.reduce((total, { count }) => total + count, 0);
    const schoolsOf = (some: readonly { schools: number[] }[]) =>
      new Set(some.flatMap(({ schools }) => schools)).size;
    return {
      edition: what.scale.edition,
      editions,
      rows: sum(groups),
      changed: sum(open),
      schools: schoolsOf(open),
      lockedSchools: schoolsOf(shut),
      lockedRows: sum(shut),
      moves: open.map(({ from, to, count }) => ({ from, to, count })),
    };
  });
}
