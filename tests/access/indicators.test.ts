import { beforeAll, describe, expect, it } from "vitest";
import { adoptIndicator, adoptVersion, endAdoption } from "#lib/indicators/adopt-commands.ts";
import { dropLink, linkClause } from "#lib/indicators/basis-commands.ts";
import { adaptIndicator, addIndicator, dropDraft, saveDraft } from "#lib/indicators/draft-commands.ts";
import { listOwnValues } from "#lib/indicators/history-queries.ts";
import { getIndicator } from "#lib/indicators/indicator-queries.ts";
import { setTarget, setThresholds } from "#lib/indicators/level-commands.ts";
import { previewLevels } from "#lib/indicators/level-queries.ts";
import {
  listClauseIndicators,
  listLinkedClauses,
  listOrphanIndicators,
} from "#lib/indicators/link-queries.ts";
import { loadShippedIndicators } from "#lib/indicators/load-commands.ts";
import { listAdopted, listCatalogue } from "#lib/indicators/queries.ts";
import { addIndicatorSchema, catalogueFilterSchema } from "#lib/indicators/schema.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { draftForm } from "#tests/indicators/sample.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, everyRole, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-04-22T10:00:00Z");
const today = "2026-04-22";
let place: SmallRegion;
let other: SmallRegion;
let shippedId = 0;
/** An indicator of a school of the other region, with a draft. */
let foreignId = 0;
let foreignBasisId = 0;
let people: Map<Role, Viewer>;

beforeAll(async () => {
  await testDatabase();
  [place, other] = [await smallRegion(), await smallRegion()];
  await loadShippedIndicators(systemViewer, now);
  people = await everyRole(place, ["2025:4А"]);
  const stranger = await person("head", { schoolId: other.schoolIds[0] });
  await addIndicator(stranger, content("Ч1"), now);
  const row = await asSystem((tx) => tx.indicator.findFirstOrThrow({ where: { code: "Ч1" } }));
  foreignId = row.id;
  await linkClause(
    stranger,
    { indicatorId: foreignId, clause: null, citation: "приказ", ruleKind: "local" },
    now,
  );
  foreignBasisId = (
    await asSystem((tx) => tx.indicatorBasis.findFirstOrThrow({ where: { indicatorId: foreignId } }))
  ).id;
  shippedId = (await asSystem((tx) => tx.indicator.findFirstOrThrow({ where: { code: "D3" } }))).id;
});

const viewer = (role: Role) => people.get(role) as Viewer;
const content = (code: string) => addIndicatorSchema.parse(draftForm({ code }));
const rest = () => {
  const { code: _, ...plain } = content("Ч1");
  return plain;
};
const everything = catalogueFilterSchema.parse({});
const borders = { optimal: 64, sufficient: 50, acceptable: 36 };
const all = [...roles];
const editors: Role[] = ["region", "municipality", "head", "deputy"];
const deciders: Role[] = ["region", "municipality", "head"];

/** Every exported query and command, with who may come in at all; rows are another matter, see below. */
const asked: Record<
  string,
  { may: readonly Role[]; run: (v: Viewer, indicatorId: number) => Promise<unknown> }
> = {
  listCatalogue: { may: all, run: (v) => listCatalogue(v, everything, today) },
  listAdopted: { may: all, run: (v) => listAdopted(v, today) },
  getIndicator: { may: all, run: (v) => getIndicator(v, "D3", today) },
  listOwnValues: { may: all, run: (v, id) => listOwnValues(v, id) },
  previewLevels: { may: all, run: (v, id) => previewLevels(v, id, null, borders) },
  listClauseIndicators: { may: all, run: (v) => listClauseIndicators(v, 1, today) },
  listLinkedClauses: { may: all, run: listLinkedClauses },
  listOrphanIndicators: { may: all, run: (v) => listOrphanIndicators(v, today) },
  addIndicator: { may: editors, run: (v) => addIndicator(v, content("Ш9"), now) },
  adaptIndicator: { may: editors, run: (v, indicatorId) => adaptIndicator(v, { indicatorId }, today, now) },
  saveDraft: {
    may: editors,
    run: (v, indicatorId) => saveDraft(v, { ...rest(), indicatorId, revision: 0 }, now),
  },
  dropDraft: { may: editors, run: (v, indicatorId) => dropDraft(v, { indicatorId, revision: 1 }, now) },
  linkClause: {
    may: editors,
    run: (v, indicatorId) =>
      linkClause(v, { indicatorId, clause: null, citation: "c", ruleKind: "local" }, now),
  },
  dropLink: { may: editors, run: (v) => dropLink(v, { basisId: foreignBasisId }, now) },
  adoptVersion: {
    may: deciders,
    run: (v, indicatorId) => adoptVersion(v, { indicatorId, revision: 1 }, now),
  },
  adoptIndicator: {
    may: deciders,
    run: (v, indicatorId) => adoptIndicator(v, { indicatorId, adoptedOn: today, note: "" }, now),
  },
  endAdoption: {
    may: deciders,
    run: (v, indicatorId) => endAdoption(v, { indicatorId, endedOn: today }, now),
  },
  setThresholds: {
    may: deciders,
    run: (v, indicatorId) =>
      setThresholds(
        v,
        { indicatorId, version: 0, effectiveFrom: today, ...borders, citation: "", note: "" },
        now,
      ),
  },
  setTarget: {
    may: deciders,
    run: (v, indicatorId) =>
      setTarget(v, { indicatorId, schoolYear: 2025, target: 1, note: "", revision: 0 }, now),
  },
};

describe.each(Object.entries(asked))("%s", (name, { may, run }) => {
  it.each(all)(`asked by %s`, async (role) => {
    const answer = run(viewer(role), shippedId).then(
      () => "came in",
      (error: { kind?: string; messageKey?: string }) =>
        error.messageKey === "forbidden" ? "forbidden" : "came in",
    );
    expect(await answer).toBe(may.includes(role) ? "came in" : "forbidden");
  });

  it("asked by nobody who is signed in", async () => {
    await expect(Promise.resolve().then(() => run(publicViewer, shippedId))).rejects.toMatchObject({
      kind: "notSignedIn",
    });
  });

  const byIndicator = /\bindicatorId\b|basisId/.test(run.toString()) && !["adaptIndicator"].includes(name);
  it.runIf(byIndicator)("of a foreign school does not exist", async () => {
    for (const role of may)
      await expect(run(viewer(role), foreignId)).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("a foreign school's indicator", () => {
  it("has no page, no line and cannot be taken over, for anybody of another region", async () => {
    for (const role of all.filter((one) => one !== "admin")) {
      await expect(getIndicator(viewer(role), `Ч1~s${other.schoolIds[0]}`, today)).rejects.toMatchObject({
        kind: "notFound",
      });
      const below = await listCatalogue(viewer(role), { ...everything, q: "Ч1", owner: "below" }, today);
      expect(below.lines).toEqual([]);
    }
    await expect(
      adaptIndicator(viewer("head"), { indicatorId: foreignId }, today, now),
    ).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("the database itself", () => {
  it("lets no unit write for another, and nobody but the portal what comes with the portal", async () => {
    const row = { code: "X", family: "own", position: 0, createdAt: now };
    const wrong: [Role, object][] = [
      ["head", { schoolId: place.schoolIds[1] }],
      ["head", { municipalityId: place.municipalityIds[0] }],
      ["municipality", { schoolId: place.schoolIds[0] }],
      ["region", { regionId: other.regionId }],
      ["teacher", { schoolId: place.schoolIds[0] }],
      ["region", {}],
      ["admin", {}],
    ];
    for (const [role, owner] of wrong)
      await expect(
        inTransaction(viewer(role), (tx) => tx.indicator.create({ data: { ...row, ...owner } })),
      ).rejects.toThrow(/row-level security/);
  });

  it("a school decides nothing about an indicator that it cannot see", async () => {
    const data = { indicatorId: foreignId, schoolId: place.schoolIds[0], adoptedOn: now, decidedAt: now };
    await expect(
      inTransaction(viewer("head"), (tx) => tx.indicatorAdoption.create({ data })),
    ).rejects.toThrow(/row-level security/);
  });
});
