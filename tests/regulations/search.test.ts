import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import {
  findPublicRegulation,
  listPublicRegulations,
  searchPublicClauses,
} from "#lib/regulations/public-queries.ts";
import { findClauses, searchClauses } from "#lib/regulations/search-queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { act, adopted, draftOf, today } from "./story.ts";

let place: SmallRegion;
let head: Viewer;
let stranger: Viewer;
let slug: string;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  head = await person("head", { schoolId: place.schoolIds[0] });
  stranger = await person("head", { schoolId: place.schoolIds[1] });
  const open = await act(head, "school", { public: true, title: "Положение о ВСОКО" });
  slug = open.slug;
  await adopted(head, open.regulationId, "2025-09-01", ["Прежние слова о самообследовании"]);
  await adopted(head, open.regulationId, "2026-09-01", [
    "Показатели утверждает педагогический совет",
    "Оценочные процедуры стоят в графике",
    "Об’єкт оцінювання — якість освіти та показники закладу",
    "Отчёт о самообследовании размещают до 20 апреля",
  ]);
  const inner = await act(head, "school", { title: "Приказ о сейфе" });
  await adopted(head, inner.regulationId, "2026-09-01", ["Протоколы лежат в сейфе"]);
  await draftOf(head, inner.regulationId, "2027-09-01", ["Тайный проект о сейфе"]);
});

const found = async (q: string, viewer = head) => {
  const { hits, alike } = await searchClauses(viewer, { q, on: today });
  return [alike, ...hits.map(({ number }) => number)];
};

describe("search in texts", () => {
  it.each([
    ["every form of a Russian word", "оценочную процедуру", [false, "2"]],
    ["the beginning of a word", "педагог", [false, "1"]],
    ["another form of a Ukrainian word", "показників закладу", [false, "3"]],
    ["a word with any apostrophe", "об'єкт", [false, "3"]],
    ["е written for ё", "отчет", [false, "4"]],
    ["a typing error", "самообслидование", [true, "4"]],
    ["nothing that is not there", "бассейн", [true]],
    ["nothing when nothing is asked", "  ", [false]],
  ])("finds %s", async (_what, q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it("asks for all words", async () => {
    expect(await found("показатели сейф")).toEqual([true]);
  });

  it("finds what is in force on the asked day", async () => {
    const before = await searchClauses(head, { q: "прежние", on: "2026-08-31" });
    expect(before.hits.map(({ number }) => number)).toEqual(["1"]);
    expect((await searchClauses(head, { q: "прежние", on: today })).hits).toEqual([]);
  });

  it("marks what was met", async () => {
    const { hits } = await searchClauses(head, { q: "график", on: today });
    expect(hits[0]?.snippet.filter(({ met }) => met)).toEqual([{ text: "графике", met: true }]);
  });

  it("never finds drafts, nor what the asking person may not read", async () => {
    expect(await found("тайный проект")).toEqual([true]);
    expect(await found("сейфе")).toEqual([false, "1"]);
    expect(await found("сейфе", stranger)).toEqual([true]);
  });

  it("offers clauses to pickers by their number", async () => {
    expect((await findClauses(head, { q: "2", on: today })).map(({ clauseKey }) => clauseKey)).toContain("2");
  });
});

describe("the public side", () => {
  it("lists and finds what is public and in force, and nothing else", async () => {
    expect((await listPublicRegulations({ q: "", level: undefined }, today)).map((row) => row.slug)).toEqual([
      slug,
    ]);
    expect((await searchPublicClauses("график", today)).hits.length).toBe(1);
    expect((await searchPublicClauses("сейфе", today)).hits).toEqual([]);
  });

  it("shows earlier editions by their address, and no page for an internal act", async () => {
    const page = await findPublicRegulation(slug, null, today);
    expect(page?.edition.number).toBe("2026-09-01");
    const old = page?.editions.find(({ number }) => number === "2025-09-01");
    expect((await findPublicRegulation(slug, old?.id ?? 0, today))?.clauses.length).toBe(1);
    expect(await findPublicRegulation("prikaz-o-seyfe", null, today)).toBeNull();
  });
});
