import { describe, expect, it } from "vitest";
import { checkOne, checkYear } from "#lib/schedule/load/check.ts";
import { clauseOf, notProcedureClause } from "#lib/schedule/load/clauses.ts";
import { defaultParameters, parameterSources } from "#lib/schedule/load/parameters.ts";
import { describeConflict } from "#lib/schedule/load/sentence.ts";
import { type Conflict, ruleCodes, workKinds, workLevels } from "#lib/schedule/load/shapes.ts";
import { locales } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { context, work } from "./schedules.ts";

const subject = () => "Математика";
const russian = (conflict: Conflict) => describeConflict(rootTranslator("ru"), "ru", conflict, subject);
const first = (...works: Parameters<typeof work>[]) =>
  checkYear(
    context(),
    works.map((one) => work(...one)),
  ).conflicts[0]!;

describe("a conflict in words", () => {
  it("tells the figure, the limit and the document", () => {
    const words = russian(first(["a"], ["b", { subject: "RU", lesson: 5 }]));
    expect(words).toMatchObject({
      badge: "Конфликт",
      sentence: "Работы в день у 5А: 2 — нужно не больше 1 (письмо от 06.08.2021).",
      clause: "Для одного класса — не больше одной работы в день",
      certainty: "по письму",
    });
  });

  it("counts the days between works in the right form", () => {
    expect(russian(first(["a"], ["b", { on: "2026-10-08" }])).sentence).toBe(
      "Математика, параллель 5: от работы 06.10.2026 до работы 08.10.2026 2 дня — нужно не меньше 18 (письмо от 06.08.2021).",
    );
    expect(russian(first(["a"], ["b", { on: "2026-10-06", classes: ["5Б"] }])).sentence).toContain(
      "нет ни дня",
    );
  });

  it("says which tenth is used up", () => {
    const works = ["2026-09-08", "2026-10-06", "2026-11-10", "2026-12-08"].map(
      (on, i) => [`w${i}`, { subject: "OM", on }] as Parameters<typeof work>,
    );
    expect(russian(first(...works)).sentence).toBe(
      "Математика, параллель 5: работы займут 180 мин. — нужно не больше 153 мин., это 10 % от 34 уроков в год (письмо от 06.08.2021).",
    );
  });

  it("names the earliest day that is still possible", () => {
    const [past] = checkOne(context({ today: "2026-11-22" }), [], work("a"));
    expect(russian(past!).sentence).toBe(
      "06.10.2026 уже прошло: выберите день не раньше 22.11.2026 (правило портала).",
    );
  });
});

describe("words in both languages", () => {
  it.each(ruleCodes)("%s: name, sentence, clause", (rule) => {
    const params = {
      first: "2026-10-06",
      second: "2026-10-08",
      gap: 2,
      need: 18,
      grade: 5,
      used: 1,
      allowed: 1,
      hours: 1,
      percent: 10,
    };
    const more = { works: 2, lesson: 1, from: "2026-10-06", to: "2026-10-08", today: "2026-10-06" };
    const conflict = { ...first(["a"], ["b", { on: "2026-10-08" }]), rule, params: { ...params, ...more } };
    for (const locale of locales) {
      const t = rootTranslator(locale);
      const words = describeConflict(t, locale, conflict, subject);
      expect(Object.values(words).every((text) => text.length > 3 && !text.includes("{"))).toBe(true);
      expect(t(`loadRules.rule.${rule}`).length).toBeGreaterThan(3);
    }
  });

  it("every parameter has a name, a value and a source; every kind, level and reason a word", () => {
    for (const locale of locales) {
      const t = rootTranslator(locale);
      for (const [name, value] of Object.entries(defaultParameters)) {
        expect(t(`loadRules.parameter.${name}.name`).length).toBeGreaterThan(3);
        expect(t(`loadRules.parameter.${name}.value`, { value: String(value) })).not.toBe("");
        expect(t(`loadRules.certainty.${parameterSources[name as keyof typeof parameterSources]}`)).not.toBe(
          "",
        );
      }
      const words = [
        ...workKinds.map((kind) => t(`loadRules.kind.${kind}`)),
        ...workLevels.map((level) => t(`loadRules.level.${level}`)),
        ...Object.keys(notProcedureClause).map((reason) =>
          t(`loadRules.notProcedure.${reason}`, { minutes: 30 }),
        ),
      ];
      expect(words.every((word) => word.length > 2)).toBe(true);
    }
  });

  it("no clause claims more than is known: what is ours is never of the letter", () => {
    for (const clause of [...Object.values(clauseOf), ...Object.values(notProcedureClause)])
      expect(clause.document === "letter").toBe(clause.certainty !== "ours");
  });
});
