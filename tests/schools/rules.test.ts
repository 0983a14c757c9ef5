import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byClass,
  classesFingerprint,
  classLabelParts,
  classOfCells,
  schoolYearOn,
  schoolYearStart,
} from "#lib/schools/class-rules.ts";
import { finalSuccessor, mergeRefusal, renameRefusal } from "#lib/schools/lineage-rules.ts";
import { municipalitySlug, sameName, searchWords, slugFor, transliterate } from "#lib/schools/name-rules.ts";
import { kindOfWord, localityOfWord, yesOrNo } from "#lib/schools/registry-words.ts";
import { latestDay, loginDigits, loginText, pageOf } from "#lib/schools/rules.ts";

describe("a login", () => {
  it.each([
    ["edu970014", "970014"],
    ["sch970014", "970014"],
    [" EDU970014 ", "970014"],
    ["970014", "970014"],
    ["edu_010001", "010001"],
  ])("%j is the school %s", (text, digits) => {
    expect(loginDigits(text)).toBe(digits);
    expect(loginText(digits)).toBe(`edu${digits}`);
  });

  it.each(["", "97014", "9700145", "edu97001x", "reg97_m001", "970014.0", "abc970014"])(
    "%j is none",
    (text) => {
      expect(loginDigits(text)).toBeNull();
    },
  );
});

describe("a public address", () => {
  it.each([
    ["МБОУ «СОШ № 14»", "sosh-14"],
    ["МАОУ «Гимназия № 3»", "gimnaziya-3"],
    ["МБОУ «СОШ с. Каменный Лог»", "sosh-s-kamennyy-log"],
    ["МБОУ «ООШ д. Малая Мельница»", "oosh-d-malaya-melnitsa"],
    ["МКОУ Школа-интернат № 2", "shkola-internat-2"],
    ["Ліцей «Їжак» ім. Ґалаґана", "litsey-yizhak-im-galagana"],
    ["Щёлковская школа", "shchelkovskaya-shkola"],
  ])("of %s is %s", (name, slug) => {
    expect(slugFor(name, "970001", new Set())).toBe(slug);
  });

  it("takes the login when another school has the name, and is never one that is taken", () => {
    expect(slugFor("СОШ № 1", "970001", new Set(["sosh-1"]))).toBe("sosh-1-970001");
    expect(slugFor("СОШ № 1", "970001", new Set(["sosh-1", "sosh-1-970001"]))).toBe("sosh-1-970001-2");
    expect(slugFor("№ «»", "970001", new Set())).toBe("school-970001");
    expect(municipalitySlug("г. Лугогорск", "reg97_m001", new Set(["g-lugogorsk"]))).toBe("reg97-m001");
  });

  it("is fit for an address whatever the name is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.uniqueArray(fc.string()),
        (name, taken) => {
          const slug = slugFor(name, "970001", new Set(taken));
          expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
          expect(slug.length).toBeLessThanOrEqual(80);
          expect(taken).not.toContain(slug);
        },
      ),
    );
    expect(transliterate("ъь—№")).toBe("");
  });
});

describe("two names", () => {
  it.each([
    ["МБОУ «СОШ № 5»", 'МБОУ "СОШ №5"', true],
    ["Весёлая школа", "веселая  ШКОЛА", true],
    ["Школа-интернат", "Школа‑интернат", true],
    ["СОШ № 5", "СОШ № 6", false],
    ["СОШ № 5", "СОШ № 5 имени Озерова", false],
  ])("%s and %s are the same: %s", (one, other, same) => {
    expect(sameName(one, other)).toBe(same);
  });
});

describe("a search", () => {
  it("is split into words without signs, a login into its digits", () => {
    expect(searchWords(" СОШ №14, (Лугогорск) ")).toEqual(["сош", "14", "лугогорск"]);
    expect(searchWords("EDU970014")).toEqual(["970014"]);
    expect(searchWords("  ")).toEqual([]);
  });
});

describe("a class", () => {
  it.each([
    ["5А", 5, "А"],
    ["5 «А»", 5, "А"],
    ["5-а", 5, "А"],
    ["5A", 5, "А"], // Latin A
    ["11Г класс", 11, "Г"],
    ["5-Ґ", 5, "Ґ"],
    ["4", 4, ""],
    ["10/2", 10, "/2"],
  ])("%j is grade %i with letter %j", (text, grade, letter) => {
    expect(classLabelParts(text)).toEqual({ grade, letter, label: `${grade}${letter}` });
  });

  it.each(["", "А", "0А", "13А", "5А5Б", "класс", "НЕТ"])("%j is none", (text) => {
    expect(classLabelParts(text)).toBeNull();
  });

  it("may stand in two cells; «НЕТ» and a dash are a class without a letter", () => {
    expect(classOfCells("4", "б")?.label).toBe("4Б");
    expect(["НЕТ", "нет", "-", ""].map((letter) => classOfCells("4", letter)?.label)).toEqual([
      "4",
      "4",
      "4",
      "4",
    ]);
  });

  it("stands by grade, then by letter; lists that say the same have one fingerprint", () => {
    const list = ["10А", "5Б", "5А", "5"].map((text) => ({ pupils: null, ...classLabelParts(text)! }));
    expect([...list].sort(byClass).map((one) => one.label)).toEqual(["5", "5А", "5Б", "10А"]);
    expect(classesFingerprint(list)).toBe(classesFingerprint([...list].reverse()));
    expect(classesFingerprint(list)).not.toBe(classesFingerprint(list.slice(1)));
  });
});

describe("a school year", () => {
  it.each([
    ["2024/2025", 2024],
    ["2024-2025", 2024],
    ["2024 – 25", 2024],
    ["1999/00", 1999],
  ])("%s begins in %i", (text, year) => {
    expect(schoolYearStart(text)).toBe(year);
  });

  it.each(["2024", "2024/2026", "2024/26", "25/26", ""])("%j is not guessed", (text) => {
    expect(schoolYearStart(text)).toBeNull();
  });

  it("begins on 1 September", () => {
    expect([schoolYearOn("2025-08-31"), schoolYearOn("2025-09-01")]).toEqual([2024, 2025]);
  });
});

describe("a merger", () => {
  const open = (id: number) => ({ id, closedOn: null });
  const closed = (id: number) => ({ id, closedOn: "2025-06-30" });
  const today = "2026-03-10";

  it.each([
    ["into itself", open(1), open(1), [], "2026-01-01", "mergeIntoItself"],
    ["of a closed school", closed(1), open(2), [], "2026-01-01", "alreadyClosed"],
    ["into a closed school", open(1), closed(2), [[2, 3]], "2026-01-01", "successorClosed"],
    [
      "in a circle",
      open(1),
      open(2),
      [
        [2, 3],
        [3, 1],
      ],
      "2026-01-01",
      "mergeCycle",
    ],
    ["of tomorrow", open(1), open(2), [], "2026-03-11", "dateInFuture"],
  ] as const)("%s is refused", (_what, school, successor, links, day, key) => {
    const successors = new Map(links.map(([from, to]) => [from, to] as const));
    expect(mergeRefusal(school, successor, successors, day, today)).toBe(`schools.refused.${key}`);
  });

  it("into an open school is allowed, also when that one has taken in others", () => {
    expect(mergeRefusal(open(1), open(2), new Map([[3, 2]]), today, today)).toBeNull();
  });

  it("leads through a chain to where the pupils are today, and never runs for ever", () => {
    const chain = new Map([
      [1, 2],
      [2, 3],
    ]);
    expect([1, 2, 3, 9].map((id) => finalSuccessor(id, chain))).toEqual([3, 3, 3, 9]);
    expect([1, 2]).toContain(
      finalSuccessor(
        1,
        new Map([
          [1, 2],
          [2, 1],
        ]),
      ),
    );
  });
});

describe("a renaming", () => {
  it("is of an open school, to another name, not in the future", () => {
    const school = { closedOn: null, sameName: false };
    expect(renameRefusal(school, "2026-03-10", "2026-03-10")).toBeNull();
    expect(renameRefusal({ ...school, closedOn: "2025-01-01" }, "2026-03-10", "2026-03-10")).toBe(
      "schools.refused.alreadyClosed",
    );
    expect(renameRefusal({ ...school, sameName: true }, "2026-03-10", "2026-03-10")).toBe(
      "schools.refused.nameNotChanged",
    );
    expect(renameRefusal(school, "2026-03-11", "2026-03-10")).toBe("schools.refused.dateInFuture");
  });

  it("may happen today wherever the centre stands", () => {
    // 23:00 UTC on 10 March is already 11 March in Kamchatka (UTC+12).
    expect(latestDay(new Date("2026-03-10T23:00:00Z"))).toBe("2026-03-11");
  });
});

describe("the words of a file", () => {
  it.each([
    ["средняя", "secondary"],
    ["ООШ", "basic"],
    ["Гимназия", "gymnasium"],
    ["школа-интернат", "boarding"],
    ["специальная (коррекционная)", "special"],
    ["початкова", "primary"],
    ["что-то", null],
  ])("%s is the kind %s", (text, kind) => {
    expect(kindOfWord(text)).toBe(kind);
  });

  it.each([
    ["город", "city"],
    ["посёлок", "settlement"],
    ["пгт.", "settlement"],
    ["село", "village"],
    ["сельская местность", "village"],
    ["д.", "village"],
    ["где-то", null],
  ])("%s is the locality %s", (text, kind) => {
    expect(localityOfWord(text)).toBe(kind);
  });

  it("say yes and no in their usual forms only", () => {
    expect(["да", "Нет", "+", "0", "может быть"].map(yesOrNo)).toEqual([true, false, true, false, null]);
  });
});

describe("a page of a list", () => {
  it("is never outside the list", () => {
    expect(pageOf(1, 0)).toEqual({ page: 1, pages: 1, skip: 0 });
    expect(pageOf(2, 51)).toEqual({ page: 2, pages: 2, skip: 50 });
    expect(pageOf(99, 51)).toEqual({ page: 2, pages: 2, skip: 50 });
    expect(pageOf(-3, 51).page).toBe(1);
  });
});
