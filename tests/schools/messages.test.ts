import { describe, expect, it } from "vitest";
import { registryFindingCodes } from "#lib/schools/registry-reading.ts";
import { localityKinds, schoolKinds } from "#lib/schools/rules.ts";
import { loadMessages, locales, type Messages } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";

/** Every value that a sentence about a registry file may hold. */
const params = {
  login: "edu970001",
  name: "МБОУ «СОШ № 1»",
  year: "Учебный год",
  class: "Класс",
  header: "Директор",
  most: 99,
  parts: "5А",
  row: 3,
  sheet: "Школы",
  what: "login",
  municipality: "г. Лугогорск",
  code: "reg97_m001",
  ours: "а",
  theirs: "б",
  other: "в",
};

describe.each(locales)("the words of the registry in %s", (locale) => {
  const t = translator(locale, "schools");
  const own = loadMessages(locale).schools as Messages;

  it("say every finding, and no other", () => {
    expect(Object.keys(own.findings as Messages).sort()).toEqual([...registryFindingCodes].sort());
    for (const code of registryFindingCodes)
      expect(t(`findings.${code}`, params)).not.toMatch(/[{}]|undefined/);
  });

  it("name every kind of school and of place", () => {
    expect(Object.keys(own.kind as Messages)).toEqual([...schoolKinds]);
    expect(Object.keys(own.localityKind as Messages)).toEqual([...localityKinds]);
  });

  it("count in all forms of the language", () => {
    const said = [1, 2, 5, 21].map((count) => t("list.caption", { count }));
    expect(new Set(said.map((text) => text.replace(/\d+/, ""))).size).toBe(3);
    expect(t("card.yearCaption", { year: "2025/26", classes: 2, pupils: 0 })).not.toContain(", 0");
  });
});
