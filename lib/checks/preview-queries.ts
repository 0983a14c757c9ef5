import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { readContent } from "./content.ts";
import { asksForRows, evaluate } from "./evaluate.ts";
import { type CheckedWork, checkedWorks, readFacts } from "./fact-reads.ts";
import type { Found } from "./found.ts";
import { officeOf } from "./rule-commands.ts";
import { newestVersion } from "./rule-reads.ts";
import { concerns } from "./rules.ts";

/** One finding that the draft would have made. */
export interface PreviewFinding {
  work: CheckedWork;
  found: Found;
}

/** What the draft would have found in one school. */
export interface PreviewSchool {
  schoolId: number;
  school: string;
  municipality: string;
  works: number;
  findings: number;
  /** By the version that is in force now; null for a new rule. */
  before: number | null;
  /** The first findings, to see what they look like. */
  examples: PreviewFinding[];
}

export interface Preview {
  year: number;
  years: number[];
  /** Results of schools for works that were looked at, and schools behind them. */
  sets: number;
  schools: number;
  /** True when there were more results than one page looks at. */
  cut: boolean;
  /** Schools with findings, by name; all in the viewer's scope. */
  caught: PreviewSchool[];
}

/** How many schools' results for a work one preview looks at: seconds, not minutes. Rules about rows read pupils and take fewer. */
const setsAtOnce = { summaries: 4_000, rows: 800 };
const schoolsAtOnce = 50;
const examplesShown = 5;

/**
 * What a draft would have found in a year, in the viewer's own scope, before anybody is judged by it; without a year: in the year before the
 * newest. Changes nothing.
 */
export function previewDraft(viewer: Viewer, code: string, year: number | null): Promise<Preview> {
  const { regionId, municipalityId } = officeOf(viewer);
  return asViewer(viewer, async (tx) => {
    const draft = found(await tx.checkRuleDraft.findUnique({ where: { regionId_code: { regionId, code } } }));
    const content = readContent(draft.content);
    const base = await newestVersion(tx, regionId, code);
    const years = await yearsWithResults(tx);
    const asked = year ?? years[1] ?? years[0] ?? 0;
    const { sets, cut } = await setsOfYear(tx, asked, municipalityId, asksForRows(content.kind));
    const works = (
      await checkedWorks(
        tx,
        sets.map(({ workId }) => workId),
      )
    ).filter((work) => concerns(content, work));
    const bySchool = new Map<number, PreviewSchool>();
    let looked = 0;
    const schools = new Set<number>();
    for (const work of works) {
      const own = sets.filter(({ workId }) => workId === work.id);
      for (let at = 0; at < own.length; at += schoolsAtOnce) {
        const batch = own.slice(at, at + schoolsAtOnce);
        const ids = batch.map(({ schoolId }) => schoolId);
        const facts = await readFacts(tx, work, ids, { rows: asksForRows(content.kind) });
        for (const set of batch) {
          const one = facts.get(set.schoolId);
          if (!one) continue;
          looked++;
          schools.add(set.schoolId);
          const caught = evaluate(content, one);
          const before =
            base && !base.off && concerns(base.content, work) ? evaluate(base.content, one).length : 0;
          if (caught.length === 0 && before === 0) continue;
          const line = bySchool.get(set.schoolId) ?? {
            ...{ schoolId: set.schoolId, school: set.school, municipality: set.municipality },
            ...{ works: 0, findings: 0, before: base ? 0 : null, examples: [] },
          };
          line.works += caught.length > 0 ? 1 : 0;
          line.findings += caught.length;
          if (line.before !== null) line.before += before;
          line.examples.push(...caught.map((finding) => ({ work, found: finding })));
          line.examples.splice(examplesShown);
          bySchool.set(set.schoolId, line);
        }
      }
    }
    const order = new Map(sets.map(({ schoolId }, i) => [schoolId, i]));
    const caught = [...bySchool.values()].sort(
      (a, b) => (order.get(a.schoolId) ?? 0) - (order.get(b.schoolId) ?? 0),
    );
    return { year: asked, years, sets: looked, schools: schools.size, cut, caught };
  });
}

async function yearsWithResults(tx: ReadTx): Promise<number[]> {
  const rows = await tx.resultSet.findMany({
    distinct: ["year"],
    select: { year: true },
    orderBy: { year: "desc" },
  });
  return rows.map(({ year }) => year);
}

async function setsOfYear(tx: ReadTx, year: number, municipalityId: number | null, rows: boolean) {
  const most = rows ? setsAtOnce.rows : setsAtOnce.summaries;
  const sets = await tx.$queryRaw<
    { schoolId: number; workId: number; school: string; municipality: string }[]
  >`
    SELECT s.school_id AS "schoolId", s.work_id AS "workId", c.name AS school, m.name AS municipality
    FROM result_set s JOIN school c ON c.id = s.school_id JOIN municipality m ON m.id = c.municipality_id
    WHERE s.year = ${year} AND (${municipalityId}::int IS NULL OR m.id = ${municipalityId}::int)
    ORDER BY m.name COLLATE natural_order, c.name COLLATE natural_order, s.school_id, s.work_id LIMIT ${most + 1}`;
  return { sets: sets.slice(0, most), cut: sets.length > most };
}
