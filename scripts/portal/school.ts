import { asViewer } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { addRegion } from "#lib/schools/area-commands.ts";
import { loadRegistry } from "#lib/schools/registry-commands.ts";
import { actor } from "./actor.ts";
import { command, printJson, text, UsageError, type Words } from "./command.ts";
import { filesOf, open } from "./files.ts";

/** `portal school load`: a registry of schools or classes. --region "97 Название" makes the region when it is new. */
export const schoolLoad = command(
  {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    as: { type: "string" },
    region: { type: "string" },
  },
  async (words, t) => {
    const viewer = await actor(words);
    if (words.values["dry-run"] !== true) await ensureRegion(viewer, words);
    const reports = [];
    for (const file of await filesOf(words.positionals)) {
      const { name, bytes } = await open(file);
      const loaded = await loadRegistry(
        viewer,
        bytes,
        name,
        { dryRun: words.values["dry-run"] === true },
        currentInstant(),
      );
      reports.push({ file, ...loaded });
      if (!words.values.json)
        console.log(
          t("school-load.done", {
            file,
            state: loaded.refused ? "refused" : loaded.unchanged ? "unchanged" : "done",
            counts: JSON.stringify(loaded.counts),
          }),
        );
    }
    if (words.values.json) printJson({ files: reports });
    return reports.some((one) => one.refused || one.findings.some((finding) => finding.severity === "error"))
      ? 2
      : 0;
  },
  { positionals: true },
);

async function ensureRegion(viewer: Viewer, words: Words): Promise<void> {
  const given = text(words, "region");
  if (given === undefined) return;
  const [, code = "", name = ""] = /^(\d{2,3})\s+(.{3,})$/.exec(given.trim()) ?? [];
  if (code === "") throw new UsageError("usage.region", { value: given });
  const known = await asViewer(viewer, (tx) => tx.region.findUnique({ where: { code } }));
  if (!known) await addRegion(viewer, { code, name }, currentInstant());
}

/** `portal school list`: every school in sight. */
export const schoolList = command({ json: { type: "boolean" }, as: { type: "string" } }, async (words) => {
  const viewer = await actor(words);
  const schools = await asViewer(viewer, (tx) =>
    tx.school.findMany({ include: { municipality: true }, orderBy: { login: "asc" } }),
  );
  const rows = schools.map((school) => ({
    login: `edu${school.login}`,
    name: school.name,
    municipality: school.municipality.name,
    slug: school.slug,
    closed: school.closedOn !== null,
  }));
  if (words.values.json) printJson({ schools: rows });
  else for (const row of rows) console.log(`${row.login}  ${row.municipality.padEnd(28)} ${row.name}`);
  return 0;
});
