import { beforeAll, describe, expect, it } from "vitest";
import { actOnFinding } from "#lib/checks/finding-commands.ts";
import { countAwaited, getFindings, listChecked } from "#lib/checks/finding-queries.ts";
import { previewDraft } from "#lib/checks/preview-queries.ts";
import { checksPending, openErrors, openWarnings } from "#lib/checks/queries.ts";
import { adoptDraft, dropDraft, saveDraft, switchOff } from "#lib/checks/rule-commands.ts";
import { getRule, listRules } from "#lib/checks/rule-queries.ts";
import { runChecks } from "#lib/checks/run-commands.ts";
import { draftSchema } from "#lib/checks/schema.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { loadRows, pupil } from "#tests/insights/loaded-results.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, everyRole, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-05-02T09:00:00Z");
let place: SmallRegion;
let other: SmallRegion;
let findingId = 0;
let draftCode = "";
let people: Map<Role, Viewer>;

beforeAll(async () => {
  await testDatabase();
  [place, other] = [await smallRegion(), await smallRegion()];
  const school = { schoolId: place.schoolIds[0] };
  people = await everyRole(place, ["2024:4А"]);
  const rows = Array.from({ length: 10 }, (_, i) => pupil(place, String(i), "4А", [1, 2, 0]));
  await loadRows(viewer("deputy"), school.schoolId, "4А.xlsx", rows);
  await runChecks({ ...school, workId: place.workId }, "2025-05-02", now);
  const found = await asSystem((tx) => tx.checkResult.findFirstOrThrow({ where: school }));
  findingId = found.id;
  draftCode = (await saveDraft(viewer("municipality"), form(), now)).code;
});

const viewer = (role: Role) => people.get(role) as Viewer;
const form = () =>
  draftSchema.parse({
    ...{ code: "", basedOn: "0", draftVersion: "0", kind: "totalDiffers", severity: "error", priority: "7" },
    ...{ title: "Итог", text: "Проверьте итог по строкам.", "set-allowed": "0" },
  });
const decision = { reason: "проверка прав", effectiveOn: "2025-05-02" as const };

/** Every exported query and command, with who may come in at all. Rows are another matter, see below. */
const asked: Record<string, { may: readonly Role[]; run: (v: Viewer) => Promise<unknown> }> = {
  getFindings: {
    may: ["admin", "region", "municipality", "head", "deputy"],
    run: (v) => getFindings(v, place.schoolIds[0], place.workId),
  },
  listChecked: {
    may: ["admin", "region", "municipality", "head", "deputy"],
    run: (v) => listChecked(v, { show: "all" }),
  },
  countAwaited: { may: ["admin", "region", "municipality", "head", "deputy"], run: countAwaited },
  listRules: { may: ["admin", "region", "municipality", "head", "deputy"], run: listRules },
  getRule: { may: ["admin", "region", "municipality", "head", "deputy"], run: (v) => getRule(v, "total") },
  previewDraft: { may: ["region", "municipality"], run: (v) => previewDraft(v, draftCode, 2025) },
  saveDraft: { may: ["region", "municipality"], run: (v) => saveDraft(v, form(), now) },
  dropDraft: { may: ["region", "municipality"], run: (v) => dropDraft(v, { code: "own-0" }) },
  adoptDraft: {
    may: ["region", "municipality"],
    run: (v) => adoptDraft(v, { ...decision, code: "own-0", draftVersion: 1 }, now),
  },
  switchOff: {
    may: ["region", "municipality"],
    run: (v) => switchOff(v, { ...decision, code: "none", basedOn: 1 }, now),
  },
  "ask about a finding": {
    may: ["region", "municipality", "head", "deputy"],
    run: (v) => actOnFinding(v, { findingId: 0, version: 1, act: "ask", text: "почему" }, now),
  },
  "confirm a finding": {
    may: ["region", "municipality", "head", "deputy"],
    run: (v) => actOnFinding(v, { findingId: 0, version: 1, act: "confirm", text: "потому" }, now),
  },
};
/** How a call ended: let in (also when there is nothing of this name), or refused as a person. */
const outcome = (run: () => Promise<unknown>) =>
  (async () => run())().then(
    () => "let in",
    (error: { kind?: string }) => (error.kind === "notFound" ? "let in" : (error.kind ?? String(error))),
  );

describe.each(Object.entries(asked))("%s", (_, { may, run }) => {
  it.each(roles)("%s", async (role) => {
    expect(await outcome(() => run(viewer(role)))).toBe(may.includes(role) ? "let in" : "forbidden");
  });
  it("refuses who is not signed in", async () => {
    expect(await outcome(() => run(publicViewer))).toBe("notSignedIn");
  });
});

describe("out of scope is not there", () => {
  const strangers = async () => [
    await person("deputy", { schoolId: place.schoolIds[1] }),
    await person("municipality", { municipalityId: place.municipalityIds[1] }),
    await person("region", { regionId: other.regionId }),
  ];

  it("a stranger cannot tell another school's findings from missing ones", async () => {
    for (const stranger of await strangers()) {
      for (const schoolId of [place.schoolIds[0], 999_999])
        await expect(getFindings(stranger, schoolId, place.workId)).rejects.toMatchObject({
          kind: "notFound",
        });
      for (const id of [findingId, 999_999]) {
        const act = { findingId: id, version: 1, act: "ask" as const, text: "почему так" };
        await expect(actOnFinding(stranger, act, now)).rejects.toMatchObject({ kind: "notFound" });
      }
      expect((await listChecked(stranger, { show: "all" })).sets).toEqual([]);
      expect(await countAwaited(stranger)).toEqual({ findings: 0, sets: 0, errors: 0 });
    }
  });

  it("what part S asks is answered from the viewer's own rows", async () => {
    const [stranger] = await strangers();
    const ask = (v: Viewer) =>
      asViewer(v, async (tx) => [
        await openErrors(tx, place.schoolIds[0], place.workId),
        await openWarnings(tx, place.schoolIds[0], place.workId),
        await checksPending(tx, place.schoolIds[0], place.workId),
      ]);
    const [errors] = await ask(viewer("deputy"));
    expect(errors).toBe(1);
    expect(await ask(stranger!)).toEqual([0, 0, false]);
  });

  it("a draft of one office is nothing to another, and to no school", async () => {
    for (const stranger of [...(await strangers()), viewer("deputy")])
      await expect(getRule(stranger, draftCode)).rejects.toMatchObject({ kind: "notFound" });
    expect((await getRule(viewer("region"), draftCode)).mine).toBe(false);
    expect((await getRule(viewer("municipality"), draftCode)).mine).toBe(true);
  });

  it("a region does not adopt the draft of a municipality", async () => {
    const adoption = { ...decision, code: draftCode, draftVersion: 1 };
    await expect(adoptDraft(viewer("region"), adoption, now)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
