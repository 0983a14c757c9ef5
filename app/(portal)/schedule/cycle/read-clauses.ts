import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { answered } from "#lib/platform/access/session.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { findClauses } from "#lib/regulations/search-queries.ts";
import { clauseNames, today } from "../read-schedule.ts";

type Link = { readonly regulationId: number; readonly clauseKey: string };

/** The clause that a line rests on, with its name and address; null when it has none, or the viewer may not read it. */
export async function clauseOfLine(
  viewer: Viewer,
  clause: Link | null,
): Promise<{ href: string; label: string } | null> {
  if (clause === null) return null;
  const names = await clauseNames(viewer, [{ clause }]);
  return names.get(`${clause.regulationId}:${clause.clauseKey}`) ?? null;
}

/** Clauses in force about quality assessment, and the one that the line has already. */
export async function clausesForLine(t: Translate, viewer: Viewer, clause: Link | null): Promise<Option[]> {
  const asked = (["quality", "schedule"] as const).map((query) =>
    findClauses(viewer, { q: t(`cycle.edit.clauseQuery.${query}`), on: today(), limit: 40 }),
  );
  const hits = (await answered(() => Promise.all(asked))).flat();
  const known = await clauseNames(viewer, [{ clause }, ...hits.map((hit) => ({ clause: hit }))]);
  return [...known].map(([value, { label }]) => ({ value, label }));
}
