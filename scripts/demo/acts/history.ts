import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { mergeSchool, renameSchool } from "#lib/schools/lineage-commands.ts";
import { type Act, type Cast, schoolId, viewerOf } from "./act.ts";
import { loadTables } from "./founding.ts";

const CLOSED = "980024";
const SUCCESSOR = "980023";
/** This school has not handed in its classes of the last year. */
const WITHOUT_CLASSES = "980018";

/** What happens to schools: a merger, a new name, new classes every September. */
export const history: readonly Act[] = [
  { at: "2025-07-01T10:00", run: merge },
  { at: "2025-08-28T10:30", run: rename },
  {
    at: "2025-09-15T12:00",
    run: (cast, now) => loadTables(cast.world, viewerOf(cast, "region"), 2025, [], now),
  },
  {
    at: "2026-09-14T12:00",
    run: (cast, now) => loadTables(cast.world, viewerOf(cast, "region"), 2026, [WITHOUT_CLASSES], now),
  },
];

async function merge(cast: Cast, now: Date): Promise<void> {
  const officer = viewerOf(cast, "lesnoy");
  const input = {
    ...(await versionOf(cast, CLOSED)),
    successorLogin: SUCCESSOR,
    happenedOn: "2025-07-01",
    note: cast.world.t("history.merged"),
  };
  await mergeSchool(officer, input, now);
}

async function rename(cast: Cast, now: Date): Promise<void> {
  const school = cast.world.region.schools.find(({ formerly }) => formerly !== "");
  if (!school) throw new Error("No school of the region has a new name");
  const input = {
    ...(await versionOf(cast, school.login)),
    name: school.name,
    fullName: school.fullName,
    happenedOn: "2025-08-28",
    note: cast.world.t("history.renamed"),
  };
  await renameSchool(viewerOf(cast, "sinegorsk"), input, now);
}

function versionOf(cast: Cast, login: string): Promise<{ schoolId: number; version: number }> {
  const id = schoolId(cast, login);
  return asViewer(viewerOf(cast, "region"), async (tx) => {
    const { version } = await tx.school.findUniqueOrThrow({ where: { id } });
    return { schoolId: id, version };
  });
}
