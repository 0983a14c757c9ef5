import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { Translate } from "#messages/translate.ts";
import type { LoadOutcome } from "./load-commands.ts";
import { workCode } from "./rules.ts";
import type { WorkDraft } from "./schema.ts";
import { workTitle } from "./work-title.ts";
import { workFindingKey } from "./works-file/findings.ts";

/** What loading files would do, in words ready for the screen. */
export interface WorksReview {
  rows: readonly { code: string; title: string; outcome: "add" | "change" | "stay"; what: string }[];
  refused: readonly string[];
  refusedTitle: string;
  notes: readonly string[];
  notesTitle: string;
  /** files without a year and the year that their name proposes */
  proposals: readonly string[];
  /** the works to be written, as JSON; null when there is nothing to write */
  works: string | null;
}

export type ReviewState =
  | { status: "idle" }
  | { status: "invalid"; words: { title: string; fields: Record<string, string> } }
  | { status: "reviewed"; review: WorksReview; year: string };

/** A dry run in words. `t`: over all namespaces. */
export function reviewOf(t: Translate, outcome: LoadOutcome): WorksReview {
  const drafts = new Map(outcome.drafts.map((draft) => [workCode(draft), draft]));
  const rows = (["added", "changed", "unchanged"] as const).flatMap((group) =>
    outcome[group].map(({ code, parts }) => {
      const draft = drafts.get(code);
      return {
        code,
        title: draft ? workTitle(t, draft) : code,
        outcome: ({ added: "add", changed: "change", unchanged: "stay" } as const)[group],
        what: parts.map((part) => t(`assessments.part.${part}`)).join(", "),
      };
    }),
  );
  const writing = [...outcome.added, ...outcome.changed]
    .map(({ code }) => drafts.get(code))
    .filter((draft): draft is WorkDraft => draft !== undefined);
  return {
    rows,
    refused: outcome.refused.map((finding) => findingText(t, finding)),
    refusedTitle: t("assessments.import.refused", { count: outcome.refused.length }),
    notes: outcome.notes.map((finding) => findingText(t, finding)),
    notesTitle: t("assessments.import.notes", { count: outcome.notes.length }),
    proposals: outcome.yearMissing.flatMap(({ file, proposed }) =>
      proposed === null ? [] : [t("assessments.import.proposeYear", { file, year: String(proposed) })],
    ),
    works: writing.length > 0 ? JSON.stringify(writing) : null,
  };
}

/** A finding as a person reads it: where it stands, which work, what to do. Also for the command line. */
export function findingText(t: Translate, finding: Finding): string {
  const { sheet, row, params, code } = finding;
  const place =
    sheet !== null && row !== null ? t("assessments.import.place", { sheet, row: String(row) }) : null;
  const about = [place, typeof params.work === "string" ? params.work : null]
    .filter((part) => part !== null)
    .join(", ");
  const said = t(workFindingKey(code), params);
  return about === "" ? said : `${about}: ${said}`;
}
