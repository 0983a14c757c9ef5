import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { AppliedScale, ScaleRule } from "./scale-rules.ts";
import type { ExamKind } from "./subjects.ts";

/** One edition of a scale with everything that it says. */
export interface ExamScaleFacts extends AppliedScale {
  id: number;
  edition: number;
  /** Null: of the country. */
  regionId: number | null;
  attestat: number | null;
  rosobrnadzor: number | null;
  minobrnauki: number | null;
  profileMin: number | null;
  source: string;
  note: string;
  needsCheck: boolean;
}

/** An examination as it is described, with every edition of its scale that the viewer may see. */
export interface ExamFacts {
  id: number;
  year: number;
  kind: ExamKind;
  subject: string;
  variant: string;
  shortMax: number[];
  extendedMax: number[];
  tasksNeedCheck: boolean;
  origin: string;
  scales: ExamScaleFacts[];
}

/** Examinations by a filter, in the order of years (newest first), kinds and subjects. */
export async function readExams(
  tx: ReadTx,
  where: { ids?: readonly number[]; year?: number; kind?: string; subject?: string },
): Promise<ExamFacts[]> {
  const exams = await tx.exam.findMany({
    where: {
      ...(where.ids === undefined ? {} : { id: { in: [...where.ids] } }),
      ...(where.year === undefined ? {} : { year: where.year }),
      ...(where.kind === undefined ? {} : { kind: where.kind }),
      ...(where.subject === undefined ? {} : { subject: where.subject }),
    },
    include: { scales: { orderBy: [{ edition: "asc" }, { id: "asc" }] } },
    orderBy: [{ year: "desc" }, { kind: "asc" }, { subject: "asc" }, { variant: "asc" }],
  });
  return exams.map((exam) => ({
    ...exam,
    kind: exam.kind as ExamKind,
    scales: exam.scales.map((scale) => ({ ...scale, rule: scale.rule as ScaleRule })),
  }));
}

/** The scale that holds for a region: its own newest edition, else the newest of the country; null when there is none. */
export function scaleInForce(
  exam: Pick<ExamFacts, "scales">,
  regionId: number | null,
): ExamScaleFacts | null {
  const own = exam.scales.filter((scale) => regionId !== null && scale.regionId === regionId);
  const common = exam.scales.filter((scale) => scale.regionId === null);
  return (own.length > 0 ? own : common).reduce<ExamScaleFacts | null>(
    (newest, scale) => (newest === null || scale.edition > newest.edition ? scale : newest),
    null,
  );
}
