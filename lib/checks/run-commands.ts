import { asViewer, inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { systemViewer } from "../platform/access/viewer.ts";
import type { Day } from "../platform/clock.ts";
import { asksForRows, evaluate } from "./evaluate.ts";
import { checkedWorks, readFacts } from "./fact-reads.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Found } from "./found.ts";
import { versionsOf } from "./rule-reads.ts";
import { isAbout, type RuleVersion, rulesInForce } from "./rules.ts";

/** One school's results for one work. */
export interface CheckTarget {
  schoolId: number;
  workId: number;
}

/**
 * Checks a school's results for a work by the rules in force on the day, and keeps what was found. What is found again in the same
 * data keeps its history; what is not found any more is marked so, never removed. Runs as the portal, because outliers are seen
 * only beside the other schools of the municipality.
 */
export function runChecks(target: CheckTarget, on: Day, now: Date): Promise<{ found: number; gone: number }> {
  const { schoolId, workId } = target;
  return inTransaction(systemViewer, async (tx) => {
    // Two jobs about the same results wait for each other; whoever comes second sees what is there then.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`checks ${schoolId} ${workId}`}, 0))::text`;
    const [work] = await checkedWorks(tx, [workId]);
    const school = await tx.school.findUnique({
      where: { id: schoolId },
      select: { municipalityId: true, municipality: { select: { regionId: true } } },
    });
    if (!work || !school) return { found: 0, gone: 0 };
    const set = await tx.resultSet.findUnique({ where: { schoolId_workId: { schoolId, workId } } });
    const rules = rulesInForce(await versionsOf(tx, school.municipality.regionId), on, work.year).filter(
      (rule) => isAbout(rule, work, school.municipalityId),
    );
    const rows = rules.some((rule) => asksForRows(rule.content.kind));
    const facts = (await readFacts(tx, work, [schoolId], { rows })).get(schoolId);
    const found = facts
      ? rules.flatMap((rule) => evaluate(rule.content, facts).map((one) => ({ rule, one })))
      : [];
    const kept = await keepFound(tx, target, found, now);
    const gone = await tx.checkResult.updateMany({
      where: { schoolId, workId, goneAt: null, id: { notIn: kept } },
      data: { goneAt: now, version: { increment: 1 } },
    });
    const run = {
      resultsVersion: set?.version ?? 0,
      rules: rules.map(({ code, version }) => `${code}@${version}`),
      ranAt: now,
    };
    await tx.checkRun.upsert({
      where: { schoolId_workId: { schoolId, workId } },
      create: { schoolId, workId, ...run },
      update: run,
    });
    return { found: found.length, gone: gone.count };
  });
}

async function keepFound(
  tx: WriteTx,
  { schoolId, workId }: CheckTarget,
  found: readonly { rule: RuleVersion; one: Found }[],
  now: Date,
): Promise<number[]> {
  const ids: number[] = [];
  for (const { rule, one } of found) {
    const { title, text, kind, severity, priority } = rule.content;
    const at = {
      ...{ schoolId, workId, ruleCode: rule.code, ruleVersion: rule.version },
      ...{ classLabel: one.classLabel, fingerprint: fingerprintOf(one.basis) },
    };
    // The numbers of others (a municipality's mean) may have moved although the school's own data have not.
    const numbers = JSON.parse(JSON.stringify(one.numbers));
    const { id } = await tx.checkResult.upsert({
      where: { schoolId_workId_ruleCode_ruleVersion_classLabel_fingerprint: at },
      create: { ...at, title, text, kind, severity, priority, numbers, foundAt: now },
      update: { numbers, goneAt: null },
      select: { id: true },
    });
    ids.push(id);
  }
  return ids;
}

/** Results that the checks have not seen in their present state, or not by the rules of this day; at most so many. */
export function listUnchecked(atMost: number): Promise<CheckTarget[]> {
  return asViewer(
    systemViewer,
    (tx) => tx.$queryRaw<CheckTarget[]>`
    SELECT s.school_id AS "schoolId", s.work_id AS "workId" FROM result_set s
    LEFT JOIN check_run c ON c.school_id = s.school_id AND c.work_id = s.work_id
    WHERE c.results_version IS DISTINCT FROM s.version ORDER BY s.year DESC, s.school_id, s.work_id LIMIT ${atMost}`,
  );
}

/** Results that are judged anew because a version of a rule came into force on the day or the day before; the night may have been missed. */
export function listDue(on: Day): Promise<CheckTarget[]> {
  return inTransaction(systemViewer, async (tx) => {
    const begun = await tx.$queryRaw<AdoptedArea[]>`
      SELECT DISTINCT region_id AS "regionId", municipality_id AS "municipalityId", works_from AS "worksFrom" FROM check_rule_version
      WHERE effective_on BETWEEN ${on}::date - 1 AND ${on}::date`;
    const due: CheckTarget[] = [];
    for (const area of begun) due.push(...(await targetsOfRule(tx, area)));
    return due;
  });
}

/** Where and for which works a version of a rule was adopted. */
export interface AdoptedArea {
  regionId: number;
  municipalityId: number | null;
  worksFrom: number;
}

/** Results that a version adopted there is about: of its years, and not locked. */
export async function targetsOfRule(tx: WriteTx, area: AdoptedArea): Promise<CheckTarget[]> {
  const { regionId, municipalityId, worksFrom } = area;
  return await tx.$queryRaw<CheckTarget[]>`
    SELECT s.school_id AS "schoolId", s.work_id AS "workId" FROM result_set s JOIN school c ON c.id = s.school_id
    JOIN municipality m ON m.id = c.municipality_id
    WHERE m.region_id = ${regionId} AND (${municipalityId}::int IS NULL OR m.id = ${municipalityId}::int)
      AND s.year >= ${worksFrom} AND s.locked_at IS NULL ORDER BY s.school_id, s.work_id`;
}
