import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { announceSchema, placeWorkSchema } from "#lib/schedule/schema.ts";
import { placeWork } from "#lib/schedule/work-commands.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

export const now = new Date("2026-09-10T09:00:00Z");
export const today = "2026-09-10";
export const year = 2026;
export let place: SmallRegion;
export let deputy: Viewer;
export let officer: Viewer;
export let schoolId = 0;

/** A region of its own for each story, so that none sees another's works. */
export async function begin(): Promise<void> {
  place = await smallRegion();
  schoolId = place.schoolIds[0];
  deputy = await person("deputy", { schoolId });
  officer = await person("region", { regionId: place.regionId });
  await inTransaction(systemViewer, (tx) =>
    tx.schoolClass.createMany({
      data: ["5А", "5Б", "6А"].map((label) => ({ schoolId, year, grade: Number.parseInt(label, 10), label })),
    }),
  );
}

/** What the form of a work sends. */
export const form = (rest: Record<string, unknown> = {}) =>
  placeWorkSchema.parse({
    ...{ schoolId: String(schoolId), year: String(year), kind: "control", title: "Дроби", subject: "MA" },
    ...{ minutes: "45", lesson: "3", wholeClass: "on", clause: "", workId: "", note: "", classes: ["5А"] },
    ...{ on: "2026-10-15" },
    ...rest,
  });
export const window = (rest: Record<string, unknown> = {}) =>
  announceSchema.parse({
    ...{ year: String(year), level: "federal", kind: "vpr", title: "ВПР", grade: "5", subject: "MA" },
    ...{ opensOn: "2027-04-20", closesOn: "2027-05-20", minutes: "45", lesson: "", wholeClass: "on" },
    ...rest,
  });
export const key = () => ({ schoolId, year });
/** Places a work and answers its id. */
export const placedWork = async (rest: Record<string, unknown> = {}) => {
  const done = await placeWork(deputy, form({ accept: "on", ...rest }), now);
  if (!done.done) throw new Error("not placed");
  return done.id;
};
/** The message key of a refusal, or "done". */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { messageKey?: string }) => error.messageKey ?? String(error),
  );
