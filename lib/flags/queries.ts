import "server-only";
import { procedureKey, type WorkIdentity } from "../assessments/rules.ts";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type MarkCounts, marked } from "../statistics/marks.ts";
import { type RuleVersion, ruleInForce } from "./rule-versions.ts";
import { type LowResultsAnswer, type LowResultsObservation, lowResults } from "./rules.ts";

/** A work that took part in the rule, with what its title needs. */
export type FlaggedWork = WorkIdentity & { id: number; code: string; gradeWriting: number };

export interface SchoolFlag {
  schoolId: number;
  schoolName: string;
  municipality: string;
  answer: LowResultsAnswer;
}

export interface FlagBoard {
  year: number;
  rule: RuleVersion;
  /** Schools that meet the rule, in natural order of their names: a list for help, not a ranking. */
  flagged: SchoolFlag[];
  /** Schools about which the rule can say nothing because the groups are too small. */
  insufficient: SchoolFlag[];
  /** All schools with results in the year. */
  schools: number;
  works: FlaggedWork[];
}

/** Signs of low results for a year, over the viewer's schools (or one municipality of them). */
export function getFlagBoard(
  viewer: Viewer,
  asked: { year: number; municipalityId?: number | undefined; schoolId?: number | undefined },
): Promise<FlagBoard> {
  permit(viewer, "flags.read");
  return asViewer(viewer, async (tx) => {
    const rule = await ruleInForce(tx, viewer.regionId);
    const works = await worksOfYears(tx, asked.year);
    const rows = await observations(tx, works, asked);
    const flags = [...Map.groupBy(rows, (row) => row.schoolId).values()].map((own) =>
      flagOf(own, asked.year, rule),
    );
    return {
      year: asked.year,
      rule,
      flagged: flags.filter((flag) => flag.answer.met),
      insufficient: flags.filter((flag) => !flag.answer.met && flag.answer.confidence === "insufficient"),
      schools: flags.length,
      works,
    };
  });
}

/** Years for which there are results, newest first. */
export function listFlagYears(viewer: Viewer): Promise<number[]> {
  permit(viewer, "flags.read");
  return asViewer(viewer, async (tx) => {
    const years = await tx.resultSet.findMany({
      distinct: ["year"],
      select: { year: true },
      orderBy: { year: "desc" },
    });
    return years.map(({ year }) => year);
  });
}

interface SchoolObservation extends LowResultsObservation {
  schoolId: number;
  schoolName: string;
  municipality: string;
}

function flagOf(own: readonly SchoolObservation[], year: number, rule: RuleVersion): SchoolFlag {
  const [first] = own;
  if (!first) throw new Error("A school without results has no flag");
  const { schoolId, schoolName, municipality } = first;
  return { schoolId, schoolName, municipality, answer: lowResults(own, year, rule.rule) };
}

async function worksOfYears(tx: ReadTx, year: number): Promise<FlaggedWork[]> {
  const works = await tx.work.findMany({
    where: { year: { in: [year, year - 1] } },
    select: {
      id: true,
      code: true,
      kind: true,
      year: true,
      season: true,
      subject: true,
      gradeTested: true,
      gradeWriting: true,
      level: true,
    },
    orderBy: [{ year: "desc" }, { gradeTested: "asc" }, { subject: "asc" }],
  });
  // Kinds and subjects are checked where works are written.
  return works as FlaggedWork[];
}

/** One line per school and work, from whole-school summaries alone. */
async function observations(
  tx: ReadTx,
  works: readonly FlaggedWork[],
  asked: { municipalityId?: number | undefined; schoolId?: number | undefined },
): Promise<SchoolObservation[]> {
  const rows = await tx.$queryRaw<
    { school_id: number; name: string; municipality: string; work_id: number; marks: MarkCounts }[]
  >`
    SELECT s.school_id, c.name, m.name AS municipality, s.work_id, s.marks
    FROM summary s JOIN school c ON c.id = s.school_id JOIN municipality m ON m.id = c.municipality_id
    WHERE s.class_label = '*' AND s.work_id = ANY (${works.map((work) => work.id)}::int[])
      AND (${asked.municipalityId ?? null}::int IS NULL OR c.municipality_id = ${asked.municipalityId ?? null}::int)
      AND (${asked.schoolId ?? null}::int IS NULL OR c.id = ${asked.schoolId ?? null}::int)
    ORDER BY c.name COLLATE natural_order, c.id`;
  const byId = new Map(works.map((work) => [work.id, work]));
  return rows.flatMap((row) => {
    const work = byId.get(row.work_id);
    if (!work) return [];
    return {
      schoolId: row.school_id,
      schoolName: row.name,
      municipality: row.municipality,
      workId: work.id,
      procedureKey: procedureKey(work),
      year: work.year,
      n: marked(row.marks),
      low: row.marks[0],
    };
  });
}
