import type { Day } from "../platform/clock.ts";
import { loadContextOf } from "./context.ts";
import type { SchoolYear } from "./facts.ts";
import { checkYear } from "./load/check.ts";
import { openWindows, placedWorks } from "./placed.ts";
import { type PublicationIssues, publicationIssues, publicationTerms } from "./rules.ts";

/** What stands against publishing the draft of a school's year, and what is confirmed first. */
export function draftIssues(
  facts: SchoolYear,
  changed: boolean,
  published: boolean,
  today: Day,
): PublicationIssues {
  const placed = placedWorks(facts);
  const { conflicts } = checkYear(loadContextOf(facts, null), placed);
  const late = publicationTerms(facts.plan, [], today).filter(({ state }) => state === "late");
  return publicationIssues({
    works: placed.length,
    changed,
    conflicts: conflicts.filter(({ weight }) => weight === "conflict").length,
    checks: conflicts.filter(({ weight }) => weight === "check").length,
    openWindows: openWindows(facts).length,
    unknownSubjects: facts.works.filter(({ subject }) => subject === "").length,
    late: published ? 0 : late.length,
  });
}
