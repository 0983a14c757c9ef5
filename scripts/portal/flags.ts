import { getFlagBoard, type SchoolFlag } from "#lib/flags/queries.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { actor } from "./actor.ts";
import { command, printJson, UsageError, year } from "./command.ts";

/** `portal flags`: schools with signs of low results in a year, for help and never for punishment. */
export const flags = command(
  { year: { type: "string" }, json: { type: "boolean" }, as: { type: "string" } },
  async (words, t) => {
    const viewer = await actor(words);
    const asked = year(words);
    if (asked === undefined) throw new UsageError("usage.missing", { option: "--year" });
    const board = await getFlagBoard(viewer, { year: asked });
    const logins = await loginsOf(viewer, [...board.flagged, ...board.insufficient]);
    const shown = (flag: SchoolFlag) => ({
      school: `edu${logins.get(flag.schoolId) ?? ""}`,
      name: flag.schoolName,
      municipality: flag.municipality,
      ...withoutRule(flag),
    });
    if (words.values.json)
      printJson({
        year: asked,
        rule: board.rule.rule,
        schools: board.schools,
        flagged: board.flagged.map(shown),
        insufficient: board.insufficient.map(shown),
      });
    else {
      console.log(t("flags.head", { year: asked, flagged: board.flagged.length, schools: board.schools }));
      for (const flag of board.flagged)
        console.log(
          `  edu${logins.get(flag.schoolId)}  ${flag.schoolName}  ${t(`flags.confidence.${flag.answer.confidence}`)}`,
        );
    }
    return 0;
  },
);

function withoutRule({ answer }: SchoolFlag) {
  const { rule: _, ...rest } = answer;
  return rest;
}

function loginsOf(viewer: Viewer, found: readonly SchoolFlag[]): Promise<Map<number, string>> {
  return asViewer(viewer, async (tx) => {
    const schools = await tx.school.findMany({
      where: { id: { in: found.map((flag) => flag.schoolId) } },
      select: { id: true, login: true },
    });
    return new Map(schools.map((school) => [school.id, school.login]));
  });
}
