import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { sectionsAbove, withInside, withoutLinks } from "./clause-order.ts";
import { toClause, toEdition } from "./draft-writes.ts";
import { inForceWhere } from "./queries.ts";
import { cardOf, unitNames } from "./row-reads.ts";
import { type EditionState, editionState, isInForce } from "./rules.ts";
import type { Clause, Edition } from "./schema.ts";
import type { RegulationRow } from "./view.ts";

/** A clause through the editions of its regulation. */
export interface ClauseView {
  regulation: Omit<RegulationRow, "edition">;
  /** as it reads in the shown edition: the one in force, else the newest that has it */
  clause: Clause;
  edition: Edition & { state: EditionState };
  above: Clause[];
  inside: Clause[];
  /** the clause in every adopted edition that has it, newest first; `draft` is what a draft would make of it */
  history: { edition: Edition; clause: Clause }[];
  draft: { edition: Edition; clause: Clause | null } | null;
}

/** A clause by the permanent address of its regulation and its key. */
export function getClause(
  viewer: Viewer,
  slug: string,
  clauseKey: string,
  today: string,
): Promise<ClauseView> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, async (tx) => {
    const row = found(await tx.regulation.findUnique({ where: { slug }, include: { editions: true } }));
    const [unit = ""] = await unitNames(tx, [row]);
    const stored = await tx.regulationClause.findMany({
      where: { clauseKey, edition: { regulationId: row.id } },
    });
    const editions = row.editions
      .map(toEdition)
      .sort((a, b) => ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? 1 : -1));
    const at = editions.flatMap((edition) => {
      const clause = stored.find(({ editionId }) => editionId === edition.id);
      return clause ? [{ edition, clause: toClause(clause) }] : [];
    });
    const adopted = at.filter(({ edition }) => edition.status === "adopted");
    const shown = found(adopted.find(({ edition }) => isInForce(edition, today)) ?? adopted[0] ?? at[0]);
    const text = (
      await tx.regulationClause.findMany({
        where: { editionId: shown.edition.id },
        orderBy: { position: "asc" },
      })
    ).map(toClause);
    const draft = editions.find(({ status }) => status === "draft");
    return {
      regulation: cardOf(row, unit),
      clause: shown.clause,
      edition: { ...shown.edition, state: editionState(shown.edition, today) },
      above: sectionsAbove(text, clauseKey),
      inside: withInside(text, clauseKey).slice(1),
      history: adopted,
      draft: draft
        ? { edition: draft, clause: at.find(({ edition }) => edition.id === draft.id)?.clause ?? null }
        : null,
    };
  });
}

/** A place that other features link to. */
export interface ClausePlace {
  regulationId: number;
  clauseKey: string;
}

/** A clause as a link shows it. */
export interface ClauseName extends ClausePlace {
  slug: string;
  /** «273-ФЗ», or the title where no short one is kept */
  regulation: string;
  number: string;
  heading: string;
  /** how it reads; the newest edition that has it */
  body: string;
  /** the clause is in force on the asked day */
  inForce: boolean;
}

/** Names of clauses by the pairs that links keep; those out of the viewer's sight are left out. */
export function nameClauses(
  viewer: Viewer,
  places: readonly ClausePlace[],
  on: string,
): Promise<ClauseName[]> {
  permit(viewer, "regulations.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.regulationClause.findMany({
      where: {
        clauseKey: { in: [...new Set(places.map(({ clauseKey }) => clauseKey))] },
        edition: {
          regulationId: { in: [...new Set(places.map(({ regulationId }) => regulationId))] },
          status: "adopted",
        },
      },
      include: { edition: { include: { regulation: true } } },
    });
    return places.flatMap((place): ClauseName[] => {
      const versions = rows
        .filter((row) => row.clauseKey === place.clauseKey && row.edition.regulationId === place.regulationId)
        .map((row) => ({ row, edition: toEdition(row.edition) }))
        .sort((a, b) => ((a.edition.effectiveFrom ?? "") < (b.edition.effectiveFrom ?? "") ? 1 : -1));
      const shown = versions.find(({ edition }) => isInForce(edition, on)) ?? versions[0];
      if (!shown) return [];
      const { number, heading, body } = shown.row;
      const { slug, title, shortTitle } = shown.row.edition.regulation;
      return [
        {
          ...place,
          slug,
          regulation: shortTitle === "" ? title : shortTitle,
          number,
          heading,
          body,
          inForce: isInForce(shown.edition, on),
        },
      ];
    });
  });
}

/** Clauses of one regulation on which nothing stands. */
export interface OrphanClauses {
  regulation: Omit<RegulationRow, "edition">;
  /** clauses that have none inside, of the edition in force */
  total: number;
  orphans: Clause[];
}

/**
 * Clauses in force on which nothing stands, by regulation: of those about quality of education, and of every other to
 * which something is linked at all. `linked` comes from the features above.
 */
export function listOrphanClauses(
  viewer: Viewer,
  linked: readonly ClausePlace[],
  on: string,
): Promise<OrphanClauses[]> {
  permit(viewer, "regulations.read");
  const keys = Map.groupBy(linked, ({ regulationId }) => regulationId);
  return asViewer(viewer, async (tx) => {
    const editions = await tx.regulationEdition.findMany({
      where: {
        ...inForceWhere(on),
        regulation: {
          OR: [{ topic: "quality", level: { not: "federal" } }, { id: { in: [...keys.keys()] } }],
        },
      },
      include: { regulation: true, clauses: { orderBy: { position: "asc" } } },
      orderBy: { regulation: { title: "asc" } },
      take: 100,
    });
    const units = await unitNames(
      tx,
      editions.map(({ regulation }) => regulation),
    );
    return editions.map(({ regulation, clauses }, index) => {
      const text = clauses.map(toClause);
      const own = new Set((keys.get(regulation.id) ?? []).map(({ clauseKey }) => clauseKey));
      return {
        regulation: cardOf(regulation, units[index] ?? ""),
        total: withoutLinks(text, new Set()).length,
        orphans: withoutLinks(text, own),
      };
    });
  });
}
