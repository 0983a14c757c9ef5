import type { ReadTx } from "../platform/access/as-viewer.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import type { Difficulty } from "../statistics/completion.ts";
import type { Unit } from "./schema.ts";

/** A work as the analysis needs it. */
export interface AnalysedWork {
  id: number;
  code: string;
  kind: string;
  year: number;
  season: string;
  subject: string;
  gradeTested: number;
  gradeWriting: number;
  level: "base" | "advanced";
  maxScore: number;
  origin: string;
  tasks: readonly {
    code: string;
    max: number;
    difficulty: Difficulty | null;
    skill: string;
    codifier: string;
  }[];
  /** The scale in force: its latest edition; null when none is known. */
  scale: {
    edition: number;
    min3: number;
    min4: number;
    min5: number;
    needsCheck: boolean;
    source: string;
  } | null;
}

const include = {
  tasks: { orderBy: { position: "asc" } },
  scales: { orderBy: { edition: "desc" }, take: 1 },
} as const;

/** One work, or null. */
export async function analysedWork(tx: ReadTx, workId: number): Promise<AnalysedWork | null> {
  const work = await tx.work.findUnique({ where: { id: workId }, include });
  return work && toAnalysed(work);
}

/** Works for which a unit has results, newest first, then by grade and subject. */
export async function worksOf(tx: ReadTx, unit: Unit): Promise<(AnalysedWork & { participants: number })[]> {
  const counts =
    unit.kind === "school"
      ? await tx.$queryRaw<{ work_id: number; participants: number }[]>`
          SELECT work_id, participants FROM summary WHERE school_id = ${unit.id} AND class_label = ${unit.classLabel ?? wholeSchool}`
      : await tx.$queryRaw<{ work_id: number; participants: number }[]>`
          SELECT work_id, participants FROM area_summary WHERE area_kind = ${unit.kind} AND area_id = ${unit.id} AND schools > 0`;
  const works = await tx.work.findMany({
    where: { id: { in: counts.map((count) => count.work_id) } },
    include,
    orderBy: [{ year: "desc" }, { gradeTested: "asc" }, { subject: "asc" }],
  });
  const participants = new Map(counts.map((count) => [count.work_id, count.participants]));
  return works.map((work) => ({ ...toAnalysed(work), participants: participants.get(work.id) ?? 0 }));
}

type StoredWork = NonNullable<Awaited<ReturnType<ReadTx["work"]["findUnique"]>>> & {
  tasks: { code: string; max: number; difficulty: string | null; skill: string; codifier: string }[];
  scales: {
    edition: number;
    min3: number;
    min4: number;
    min5: number;
    needsCheck: boolean;
    source: string;
  }[];
};

function toAnalysed(work: StoredWork): AnalysedWork {
  const [scale] = work.scales;
  return {
    id: work.id,
    code: work.code,
    kind: work.kind,
    year: work.year,
    season: work.season,
    subject: work.subject,
    gradeTested: work.gradeTested,
    gradeWriting: work.gradeWriting,
    level: work.level === "advanced" ? "advanced" : "base",
    maxScore: work.maxScore,
    origin: work.origin,
    tasks: work.tasks.map(({ code, max, difficulty, skill, codifier }) => ({
      code,
      max,
      difficulty: difficulty as Difficulty | null,
      skill,
      codifier,
    })),
    scale: scale
      ? {
          edition: scale.edition,
          min3: scale.min3,
          min4: scale.min4,
          min5: scale.min5,
          needsCheck: scale.needsCheck,
          source: scale.source,
        }
      : null,
  };
}
