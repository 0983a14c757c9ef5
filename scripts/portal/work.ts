import { loadWorks } from "#lib/assessments/load-commands.ts";
import { findWorks, listWorks } from "#lib/assessments/queries.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { actor } from "./actor.ts";
import { command, printJson, text, year } from "./command.ts";
import { filesOf, open } from "./files.ts";

/** `portal work load`: works, tasks and scales from files (docs/works-file.md). */
export const workLoad = command(
  {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    as: { type: "string" },
    year: { type: "string" },
  },
  async (words, t) => {
    const files = await Promise.all((await filesOf(words.positionals)).map(open));
    const outcome = await loadWorks(
      await actor(words),
      files,
      { dryRun: words.values["dry-run"] === true, year: year(words) },
      currentInstant(),
    );
    const { drafts: _, ...shown } = outcome;
    if (words.values.json) printJson(shown);
    else
      console.log(
        t("work-load.done", {
          added: outcome.added.length,
          changed: outcome.changed.length,
          unchanged: outcome.unchanged.length,
          refused: outcome.refused.length,
          yearMissing: outcome.yearMissing.length,
        }),
      );
    return outcome.refused.length > 0 || outcome.yearMissing.length > 0 ? 2 : 0;
  },
  { positionals: true },
);

/** `portal work list`: the bank of works. */
export const workList = command(
  { json: { type: "boolean" }, as: { type: "string" }, year: { type: "string" }, find: { type: "string" } },
  async (words) => {
    const viewer = await actor(words);
    const query = text(words, "find");
    const works =
      query === undefined ? await listWorks(viewer, { year: year(words) }) : await findWorks(viewer, query);
    if (words.values.json) printJson({ works });
    else
      for (const work of works)
        console.log(
          `${work.code.padEnd(18)} ${String(work.maxScore).padStart(3)}  ${
            work.scale
              ? work.scale.bands
                  .map((band) => band.from)
                  .slice(1)
                  .join("/")
              : "—"
          }`,
        );
    return 0;
  },
);
