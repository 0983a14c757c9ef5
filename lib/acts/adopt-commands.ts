import { translator } from "#messages/translate.ts";
import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { createRegulation } from "../regulations/commands.ts";
import { writeClauses } from "../regulations/draft-writes.ts";
import { adoptDraftEdition } from "../regulations/edition-commands.ts";
import { type ActRecord, readActFacts } from "./act-reads.ts";
import { clausesOf } from "./clauses.ts";
import { composeAct } from "./compose.ts";
import type { ActDocument } from "./document.ts";
import { draftAt } from "./draft-writes.ts";
import type { ActFacts } from "./facts.ts";
import { actIssues } from "./rules.ts";
import type { AdoptActInput } from "./schema.ts";

/**
 * Adopts an act: its text becomes an edition among the regulations (the first one, or the next of the act before it), each of
 * its indicators is linked to the clause that names it, and the act itself is kept as it was. All of it, or nothing.
 */
export async function adoptAct(
  viewer: Viewer,
  input: AdoptActInput,
  now: Date,
): Promise<{ regulationSlug: string }> {
  permit(viewer, "acts.adopt");
  return inTransaction(viewer, async (tx) => {
    const { id, schoolId, municipalityId } = await draftAt(tx, input.actId, input.revision);
    if (viewer.schoolId !== schoolId) throw new RefusedError("forbidden");
    const act = found(await tx.localAct.findUnique({ where: { id } }));
    const facts = await readActFacts(tx, act, {
      locale: viewer.locale,
      on: input.adoptedOn,
      order: { number: input.orderNumber, on: input.adoptedOn },
    });
    if (actIssues(facts).errors.length > 0) throw new RefusedError("invalid", "acts.refused.notReady");
    const document = composeAct(facts, translator(viewer.locale, "acts"), viewer.locale);
    const { regulationId, slug } = await writeEdition(tx, viewer, { act, input, document }, now);
    await linkIndicators(tx, viewer, { facts, regulationId, schoolId, title: act.title }, now);
    await tx.localAct.update({
      where: { id },
      data: {
        state: "adopted",
        revision: { increment: 1 },
        orderNumber: input.orderNumber,
        adoptedOn: dayToDate(input.adoptedOn),
        effectiveFrom: dayToDate(input.effectiveFrom),
        document: document as object,
        regulationId,
        changedAt: now,
        changedBy: viewer.personId,
      },
    });
    const details = { regulationId, order: input.orderNumber, indicators: facts.indicators.length };
    await record(
      tx,
      viewer,
      { action: "acts.adopt", subject: `act:${id}`, municipalityId, schoolId, details },
      now,
    );
    return { regulationSlug: slug };
  });
}

/** The text of the act as the next edition of the school's regulation, which is made with its first act. */
async function writeEdition(
  tx: WriteTx,
  viewer: Viewer,
  { act, input, document }: { act: ActRecord; input: AdoptActInput; document: ActDocument },
  now: Date,
): Promise<{ regulationId: number; slug: string }> {
  const before = await tx.localAct.findFirst({
    where: { schoolId: act.schoolId, state: "adopted", regulationId: { not: null } },
    orderBy: { adoptedOn: "desc" },
    select: { regulationId: true },
  });
  const regulationId =
    before?.regulationId ??
    (
      await createRegulation(
        tx,
        viewer,
        {
          level: "school",
          title: act.title,
          shortTitle: "",
          kind: "provision",
          topic: "quality",
          public: true,
        },
        now,
      )
    ).regulationId;
  const edition = await tx.regulationEdition.create({
    data: {
      regulationId,
      number: input.orderNumber,
      adoptedOn: dayToDate(input.adoptedOn),
      effectiveFrom: dayToDate(input.effectiveFrom),
      adoptedBy: act.approvedBy,
      createdAt: now,
      createdBy: viewer.personId,
    },
  });
  const clauses = clausesOf(document).map(({ clauseKey, ...rest }) => ({ key: clauseKey, ...rest }));
  await writeClauses(tx, edition.id, clauses);
  const { slug } = await adoptDraftEdition(
    tx,
    viewer,
    { editionId: edition.id, version: edition.version },
    now,
  );
  return { regulationId, slug };
}

/** Each indicator of the act stands on the clause that names it; a link that is there already stays. */
async function linkIndicators(
  tx: WriteTx,
  viewer: Viewer,
  {
    facts,
    regulationId,
    schoolId,
    title,
  }: { facts: ActFacts; regulationId: number; schoolId: number; title: string },
  now: Date,
): Promise<void> {
  const linked = await tx.indicatorBasis.findMany({
    where: { schoolId, regulationId },
    select: { indicatorId: true },
  });
  const known = new Set(linked.map(({ indicatorId }) => indicatorId));
  await tx.indicatorBasis.createMany({
    data: facts.indicators
      .filter(({ id }) => !known.has(id))
      .map(({ id, object }) => ({
        indicatorId: id,
        schoolId,
        regulationId,
        clauseKey: `indicators.${object}`,
        citation: title,
        ruleKind: "local",
        createdAt: now,
        createdBy: viewer.personId,
      })),
  });
}
