import type { Viewer } from "#lib/platform/access/viewer.ts";
import { replaceText } from "#lib/regulations/clause-commands.ts";
import { addRegulation } from "#lib/regulations/commands.ts";
import { addEdition, adoptEdition } from "#lib/regulations/edition-commands.ts";
import type { AddEditionInput, AddRegulationInput, Level } from "#lib/regulations/schema.ts";

export const now = new Date("2026-10-01T09:00:00Z");
export const today = "2026-10-01";

/** An act of the viewer's unit without editions. */
export function act(by: Viewer, level: Level, given: Partial<AddRegulationInput> = {}) {
  return addRegulation(
    by,
    {
      level,
      title: "Положение о школе",
      shortTitle: "",
      kind: "provision",
      topic: "quality",
      public: false,
      ...given,
    },
    now,
  );
}

/** A draft in force from a day, with these texts as clauses 1, 2, … */
export async function draftOf(
  by: Viewer,
  regulationId: number,
  effectiveFrom: string,
  texts: readonly string[],
  given: Partial<AddEditionInput> = {},
): Promise<{ editionId: number; version: number }> {
  const { editionId } = await addEdition(
    by,
    {
      regulationId,
      number: effectiveFrom,
      adoptedOn: effectiveFrom,
      effectiveFrom,
      effectiveTo: null,
      adoptedBy: "педсовет",
      note: "",
      copyText: false,
      ...given,
    },
    now,
  );
  const clauses = texts.map((body, i) => ({ number: String(i + 1), heading: "", body, depth: 1 }));
  await replaceText(by, { editionId, version: 1, clauses }, now);
  return { editionId, version: 2 };
}

/** The same, adopted. */
export async function adopted(...args: Parameters<typeof draftOf>): Promise<number> {
  const draft = await draftOf(...args);
  await adoptEdition(args[0], draft, now);
  return draft.editionId;
}
