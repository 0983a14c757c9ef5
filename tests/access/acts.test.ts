import { beforeAll, describe, expect, it } from "vitest";
import { adoptAct } from "#lib/acts/adopt-commands.ts";
import { addMeasure, deleteAct, editAct, editSection, removeMeasure, startAct } from "#lib/acts/commands.ts";
import { getAct, listActs } from "#lib/acts/queries.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { type MeasuringSchool, measuringSchool } from "#tests/acts/measuring-school.ts";
import { testDatabase } from "#tests/support/database.ts";
import { everyRole, person } from "#tests/support/registry.ts";

const now = new Date("2026-08-20T09:00:00Z");
const today = "2026-08-20";
const administration: readonly Role[] = ["head", "deputy"];
let school: MeasuringSchool;
let actId = 0;
let people: Map<Role, Viewer>;

beforeAll(async () => {
  await testDatabase();
  school = await measuringSchool();
  people = await everyRole(school.place, ["2026:4А"]);
  ({ actId } = await startAct(school.deputy, { schoolYear: 2026 }, now));
});

// A revision that never was: whoever may come in is told that somebody has changed the draft, and changes nothing.
const of = () => ({ actId, revision: 900 });
const head = { title: "Положение", approvedBy: "директор", consideredBy: "совет" };
const order = { orderNumber: "1", adoptedOn: "2026-08-28", effectiveFrom: "2026-09-01" } as const;

const asked: Record<string, { may: readonly Role[]; run: (v: Viewer) => Promise<unknown> }> = {
  listActs: { may: roles, run: async (v) => listActs(v) },
  getAct: { may: roles, run: async (v) => getAct(v, actId, today) },
  startAct: { may: administration, run: (v) => startAct(v, { schoolYear: 2026 }, now) },
  editAct: { may: administration, run: (v) => editAct(v, { ...of(), ...head }, now) },
  editSection: {
    may: administration,
    run: (v) => editSection(v, { ...of(), key: "aims", included: true, text: "" }, now),
  },
  addMeasure: {
    may: administration,
    run: (v) => addMeasure(v, { ...of(), text: "т", performer: "п", due: "с", output: "" }, now),
  },
  removeMeasure: { may: administration, run: (v) => removeMeasure(v, { ...of(), position: 0 }, now) },
  deleteAct: { may: administration, run: (v) => deleteAct(v, of(), now) },
  adoptAct: { may: ["head"], run: (v) => adoptAct(v, { ...of(), ...order }, now) },
};

/** Let in also when the command then says that the draft is another by now. */
const outcome = (run: () => Promise<unknown>) =>
  (async () => run())().then(
    () => "let in",
    (error: { kind?: string }) =>
      ["notFound", "conflict"].includes(error.kind ?? "") ? "let in" : (error.kind ?? String(error)),
  );

describe.each(Object.entries(asked))("%s", (_, { may, run }) => {
  it.each(roles)("%s", async (role) => {
    expect(await outcome(() => run(people.get(role) as Viewer))).toBe(
      may.includes(role) ? "let in" : "forbidden",
    );
  });
  it("refuses who is not signed in", async () => {
    expect(await outcome(() => run(publicViewer))).toBe("notSignedIn");
  });
});

describe("out of scope is not there", () => {
  it("a stranger cannot tell another school's act from a missing one, nor change it", async () => {
    const neighbour = await person("head", { schoolId: school.place.schoolIds[1] });
    for (const id of [actId, 999_999]) {
      await expect(getAct(neighbour, id, today)).rejects.toMatchObject({ kind: "notFound" });
      const first = { actId: id, revision: 1 };
      await expect(editAct(neighbour, { ...first, ...head }, now)).rejects.toMatchObject({
        kind: "notFound",
      });
      await expect(deleteAct(neighbour, first, now)).rejects.toMatchObject({ kind: "notFound" });
      await expect(adoptAct(neighbour, { ...first, ...order }, now)).rejects.toMatchObject({
        kind: "notFound",
      });
    }
    expect(await listActs(neighbour)).toEqual([]);
  });

  it("a teacher does not see the draft of his school", async () => {
    const teacher = people.get("teacher") as Viewer;
    expect(await listActs(teacher)).toEqual([]);
    await expect(getAct(teacher, actId, today)).rejects.toMatchObject({ kind: "notFound" });
  });
});
