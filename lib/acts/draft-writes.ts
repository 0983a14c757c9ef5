import type { WriteTx } from "../platform/access/as-viewer.ts";
import { found, RefusedError } from "../platform/errors.ts";
import type { SectionKey } from "./contents.ts";
import type { MeasureRow, SectionChoice } from "./facts.ts";
import { storedMeasures, storedSections } from "./schema.ts";

/** A draft as its row holds it. */
export interface Draft {
  id: number;
  schoolId: number;
  municipalityId: number;
  schoolYear: number;
  title: string;
  approvedBy: string;
  consideredBy: string;
  sections: Map<SectionKey, SectionChoice>;
  measures: MeasureRow[];
}

/** The draft on which a form was opened; one that was changed or adopted meanwhile is a conflict. */
export async function draftAt(tx: WriteTx, actId: number, revision: number): Promise<Draft> {
  const act = found(await tx.localAct.findUnique({ where: { id: actId } }));
  if (act.state !== "draft") throw new RefusedError("conflict", "acts.refused.adopted");
  if (act.revision !== revision) throw new RefusedError("conflict", "acts.refused.changedMeanwhile");
  const { municipalityId } = found(
    await tx.school.findUnique({ where: { id: act.schoolId }, select: { municipalityId: true } }),
  );
  return {
    ...act,
    municipalityId,
    sections: new Map(Object.entries(storedSections.parse(act.sections)) as [SectionKey, SectionChoice][]),
    measures: storedMeasures.parse(act.measures),
  };
}

export interface Change {
  title?: string;
  approvedBy?: string;
  consideredBy?: string;
  sections?: ReadonlyMap<SectionKey, SectionChoice>;
  measures?: readonly MeasureRow[];
}

/** Writes a change of a draft, once more asking that nobody came between. */
export async function writeDraft(
  tx: WriteTx,
  draft: { id: number; revision: number; personId: number | null },
  { sections, measures, ...columns }: Change,
  now: Date,
): Promise<void> {
  const { count } = await tx.localAct.updateMany({
    where: { id: draft.id, revision: draft.revision, state: "draft" },
    data: {
      ...columns,
      ...(sections ? { sections: Object.fromEntries(sections) as object } : {}),
      ...(measures ? { measures: measures.map((one) => ({ ...one })) } : {}),
      revision: { increment: 1 },
      changedAt: now,
      changedBy: draft.personId,
    },
  });
  if (count !== 1) throw new RefusedError("conflict", "acts.refused.changedMeanwhile");
}
