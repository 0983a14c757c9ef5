import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { addClause, editClause, stepClause } from "#lib/regulations/clause-commands.ts";
import { getClause, listOrphanClauses, nameClauses } from "#lib/regulations/clause-queries.ts";
import { editRegulation } from "#lib/regulations/commands.ts";
import {
  addEdition,
  adoptEdition,
  dropEdition,
  editEdition,
  endEdition,
} from "#lib/regulations/edition-commands.ts";
import { getEdition, getRegulation, listClausesInForce, listRegulations } from "#lib/regulations/queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { act, adopted, draftOf, now, today } from "./story.ts";

let ownerUrl: string;
let place: SmallRegion;
let head: Viewer;
let deputy: Viewer;

beforeAll(async () => {
  ({ ownerUrl } = await testDatabase());
  place = await smallRegion();
  head = await person("head", { schoolId: place.schoolIds[0] });
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
});

const texts = async (editionId: number) =>
  (await getEdition(head, editionId, today)).clauses.map(({ key, body }) => `${key} ${body}`);
const refusal = (done: Promise<unknown>) =>
  done.then(
    () => "done",
    (error: { messageKey?: string }) => error.messageKey ?? String(error),
  );

describe("editions of a regulation", () => {
  it("follow one another: adopting the second ends the first the day before", async () => {
    const { regulationId, slug } = await act(head, "school");
    await adopted(head, regulationId, "2025-09-01", ["Школа ведёт график", "Справка за десять дней"]);
    await adopted(head, regulationId, "2026-09-01", [
      "Школа ведёт график",
      "Справка за пять дней",
      "Пороги утверждает совет",
    ]);
    const { editions } = await getRegulation(head, slug, today);
    expect(editions.map(({ number, effectiveTo, state }) => [number, effectiveTo, state])).toEqual([
      ["2026-09-01", null, "inForce"],
      ["2025-09-01", "2026-08-31", "past"],
    ]);
    const inForce = async (on: string) =>
      (await listClausesInForce(head, regulationId, on)).map(({ key }) => key);
    expect(await inForce("2026-08-31")).toEqual(["1", "2"]);
    expect(await inForce("2026-09-01")).toEqual(["1", "2", "3"]);
    expect(await inForce("2025-08-31")).toEqual([]);
  });

  it("that overlap are refused with the days of the other", async () => {
    const { regulationId } = await act(head, "school");
    await adopted(head, regulationId, "2025-09-01", ["а"], { effectiveTo: "2026-12-31" });
    const second = await draftOf(head, regulationId, "2026-09-01", ["б"]);
    await expect(adoptEdition(head, second, now)).rejects.toMatchObject({
      messageKey: "regulations.adopt.overlaps",
      params: { number: "2025-09-01", from: "01.09.2025", to: "31.12.2026" },
    });
    expect((await getEdition(head, second.editionId, today)).edition.status).toBe("draft");
  });

  it("cannot overlap in the database either, nor be changed once they are adopted", async () => {
    const { regulationId } = await act(head, "school");
    const editionId = await adopted(head, regulationId, "2025-09-01", ["а"]);
    const owner = new pg.Client(ownerUrl);
    await owner.connect();
    try {
      const tried = async (sql: string) => {
        await owner.query(
          "BEGIN; SELECT set_config('portal.scope', 'system', true); SET LOCAL ROLE portal_app",
        );
        const outcome = await owner.query(sql).then(
          () => "done",
          (error: Error) => error.message,
        );
        await owner.query("ROLLBACK");
        return outcome;
      };
      const columns = "regulation_id, number, status, adopted_on, effective_from, adopted_by, created_at";
      expect(
        await tried(
          `INSERT INTO regulation_edition (${columns}) VALUES (${regulationId}, 'x', 'adopted', '2030-01-01', '2030-01-01', 'x', now())`,
        ),
      ).toContain("regulation_edition_one_in_force");
      const fixed = "an adopted edition is never changed";
      expect(await tried(`UPDATE regulation_edition SET note = 'x' WHERE id = ${editionId}`)).toBe(fixed);
      expect(
        await tried(
          `UPDATE regulation_edition SET effective_to = '2026-01-01', note = 'x' WHERE id = ${editionId}`,
        ),
      ).toBe(fixed);
      expect(
        await tried(`UPDATE regulation_edition SET effective_to = '2026-01-01' WHERE id = ${editionId}`),
      ).toBe("done");
      expect(
        await tried(
          `INSERT INTO regulation_clause (edition_id, clause_key, position) VALUES (${editionId}, 'x', 9)`,
        ),
      ).toMatch(/never changed|row-level security/);
    } finally {
      await owner.end();
    }
  });

  it("begin with the text of the one before, and their clauses stay the same clauses", async () => {
    const { regulationId, slug } = await act(head, "school");
    await adopted(head, regulationId, "2025-09-01", ["Школа ведёт график", "Справка за десять дней"]);
    const facts = {
      number: "2",
      adoptedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
      adoptedBy: "",
      note: "",
    };
    const { editionId } = await addEdition(deputy, { regulationId, ...facts, copyText: true }, now);
    expect(await texts(editionId)).toEqual(["1 Школа ведёт график", "2 Справка за десять дней"]);
    const change = { editionId, number: "2", heading: "", depth: 1 };
    await editClause(deputy, { ...change, version: 1, clauseKey: "2", body: "Справка за пять дней" }, now);
    await addClause(deputy, { ...change, version: 2, after: "1", number: "2", body: "Новое" }, now);
    await stepClause(deputy, { editionId, version: 3, clauseKey: "1", step: "down" }, now);
    expect(await texts(editionId)).toEqual(["2-2 Новое", "1 Школа ведёт график", "2 Справка за пять дней"]);
    const clause = await getClause(deputy, slug, "2", today);
    expect([clause.clause.body, clause.draft?.clause?.body]).toEqual([
      "Справка за десять дней",
      "Справка за пять дней",
    ]);
  });

  it("are taken back while they are drafts, and only then", async () => {
    const { regulationId, slug } = await act(head, "school");
    const draft = await draftOf(head, regulationId, "2025-09-01", ["а"]);
    await dropEdition(head, draft, now);
    expect((await getRegulation(head, slug, today)).editions).toEqual([]);
    const editionId = await adopted(head, regulationId, "2025-09-01", ["а"]);
    expect(await refusal(dropEdition(head, { editionId, version: 3 }, now))).toBe(
      "regulations.refused.adopted",
    );
  });

  it("end without a successor on the day that is said, once", async () => {
    const { regulationId } = await act(head, "school");
    const editionId = await adopted(head, regulationId, "2025-09-01", ["а"]);
    expect(await refusal(endEdition(head, { editionId, effectiveTo: "2025-08-01" }, now))).toBe(
      "regulations.adopt.endBeforeStart",
    );
    await endEdition(head, { editionId, effectiveTo: "2026-06-30" }, now);
    expect(await refusal(endEdition(head, { editionId, effectiveTo: "2026-07-30" }, now))).toBe(
      "regulations.refused.alreadyEnded",
    );
    expect(await listClausesInForce(head, regulationId, "2026-07-01")).toEqual([]);
  });

  it("need numbers of their own", async () => {
    const { regulationId } = await act(head, "school");
    await draftOf(head, regulationId, "2025-09-01", ["а"]);
    expect(await refusal(draftOf(head, regulationId, "2025-09-01", ["б"]))).toBe(
      "regulations.adopt.sameNumber",
    );
  });
});

describe("two people at one draft", () => {
  it("the second is told that it has changed, and nothing of the first is lost", async () => {
    const { regulationId } = await act(head, "school");
    const { editionId, version } = await draftOf(head, regulationId, "2025-09-01", ["а"]);
    const change = { editionId, version, clauseKey: "1", number: "1", heading: "", depth: 1 };
    await editClause(deputy, { ...change, body: "б" }, now);
    const late = await editClause(head, { ...change, body: "в" }, now);
    expect(late).toMatchObject({ done: false, theirs: { key: "1", body: "б" }, version: version + 1 });
    expect(await texts(editionId)).toEqual(["1 б"]);
    const facts = {
      number: "7",
      adoptedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
      adoptedBy: "",
      note: "",
    };
    expect(await refusal(editEdition(head, { editionId, version, ...facts }, now))).toBe(
      "regulations.refused.changedMeanwhile",
    );
    expect(await texts(editionId)).toEqual(["1 б"]);
    // Written over knowingly, on the version that was shown with the other text.
    const over = { ...change, version: version + 1, body: "б и в" };
    expect(await editClause(head, over, now)).toEqual({ done: true });
    expect(await texts(editionId)).toEqual(["1 б и в"]);
    await stepClause(deputy, { editionId, version: version + 2, clauseKey: "1", step: "remove" }, now);
    expect(await editClause(head, over, now)).toMatchObject({ done: false, theirs: null });
  });

  it("a deputy prepares, the head adopts", async () => {
    const { regulationId } = await act(deputy, "school");
    const draft = await draftOf(deputy, regulationId, "2025-09-01", ["а"]);
    await expect(adoptEdition(deputy, draft, now)).rejects.toMatchObject({ kind: "forbidden" });
    await adoptEdition(head, draft, now);
    expect((await getEdition(head, draft.editionId, today)).edition.status).toBe("adopted");
  });
});

describe("the library", () => {
  it("lists by level, kind, topic and what is in force on a day", async () => {
    const region = await person("region", { regionId: place.regionId });
    const order = await act(region, "regional", {
      title: "Приказ о сайтах школ",
      kind: "order",
      topic: "openness",
    });
    await adopted(region, order.regulationId, "2026-01-01", ["Обновлять сведения"], {
      effectiveTo: "2026-06-30",
    });
    const titles = async (filter: Parameters<typeof listRegulations>[1]) =>
      (await listRegulations(head, filter, today)).rows.map(({ title }) => title);
    expect(await titles({ topic: "openness" })).toEqual(["Приказ о сайтах школ"]);
    expect(await titles({ level: "regional", on: "2026-06-30" })).toEqual(["Приказ о сайтах школ"]);
    expect(await titles({ level: "regional", on: "2026-07-01" })).toEqual([]);
    expect(await titles({ q: "сайты" })).toEqual(["Приказ о сайтах школ"]);
  });

  it("keeps the address of a regulation when its name changes", async () => {
    const { regulationId, slug } = await act(head, "school", { shortTitle: "Приказ № 5" });
    const input = {
      regulationId,
      version: 1,
      title: "Другое название",
      shortTitle: "",
      kind: "order",
      topic: "other",
      public: true,
    } as const;
    expect((await editRegulation(head, input, now)).slug).toBe(slug);
    expect(await refusal(editRegulation(head, input, now))).toBe("regulations.refused.changedMeanwhile");
  });
});

describe("links to clauses", () => {
  it("are named by the edition in force and left out when they are out of sight", async () => {
    const { regulationId } = await act(head, "school", { shortTitle: "ВСОКО" });
    await adopted(head, regulationId, "2025-09-01", ["Старое"]);
    await adopted(head, regulationId, "2026-09-01", ["Старое, но с правкой"]);
    const link = { regulationId, clauseKey: "1" };
    expect(await nameClauses(head, [link], today)).toMatchObject([
      { regulation: "ВСОКО", body: "Старое, но с правкой", inForce: true },
    ]);
    const stranger = await person("head", { schoolId: place.schoolIds[1] });
    expect(await nameClauses(stranger, [link], today)).toEqual([]);
  });

  it("leave the clauses on which nothing stands", async () => {
    const { regulationId } = await act(head, "school");
    await adopted(head, regulationId, "2026-09-01", ["а", "б"]);
    const orphans = await listOrphanClauses(head, [{ regulationId, clauseKey: "1" }], today);
    const own = orphans.find(({ regulation }) => regulation.id === regulationId);
    expect([own?.total, own?.orphans.map(({ key }) => key)]).toEqual([2, ["2"]]);
  });
});

it("everything that is done stands in the journal", async () => {
  const { regulationId } = await act(head, "school");
  await adopted(head, regulationId, "2025-09-01", ["а"]);
  const events = await asSystem(
    (tx) => tx.$queryRaw<{ action: string }[]>`
    SELECT action FROM audit_event WHERE subject = ${`regulation:${regulationId}`} ORDER BY id`,
  );
  expect(events.map(({ action }) => action)).toEqual([
    "regulations.add",
    "regulations.draft",
    "regulations.replaceText",
    "regulations.adopt",
  ]);
});
