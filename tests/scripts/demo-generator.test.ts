import { describe, expect, it } from "vitest";
import { translator } from "#messages/translate.ts";
import { classesOf, parallelClasses, pupilsOf } from "#scripts/demo/cohorts.ts";
import { demoPeople } from "#scripts/demo/people.ts";
import { chanceOf } from "#scripts/demo/random.ts";
import { type DemoSchool, demoRegion } from "#scripts/demo/region.ts";
import { present, resultsOf } from "#scripts/demo/results.ts";
import { SCALE, scaleSchools } from "#scripts/demo/scale/scale-schools.ts";
import { scaleWorks, scaleWorksFile } from "#scripts/demo/scale/scale-works.ts";
import { demoWorks, markOf, workOf } from "#scripts/demo/works.ts";

const region = demoRegion();
const works = demoWorks();
const school = (feature: DemoSchool["feature"]) =>
  region.schools.find((one) => one.feature === feature) as DemoSchool;
const rowsOf = (feature: DemoSchool["feature"], code: string) =>
  resultsOf(workOf(works, code), school(feature));

describe("chance", () => {
  it("depends on names alone, never on what was drawn before", () => {
    const first = [chanceOf("a", 1).uniform(), chanceOf("b", 1).uniform()];
    chanceOf("c").normal();
    expect([chanceOf("a", 1).uniform(), chanceOf("b", 1).uniform()]).toEqual(first);
    expect(first[0]).not.toBe(first[1]);
  });

  it("has the moments that it promises", () => {
    const chance = chanceOf("moments");
    const draws = Array.from({ length: 20_000 }, () => chance.normal());
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    // Four standard errors of a mean and of a variance of 20,000 normal draws: 4 / √n and 4 · √(2 / n).
    expect(Math.abs(mean)).toBeLessThan(0.0283);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  });
});

describe("the pupils of the demo region", () => {
  it("are the same with the same ability a year later, one class higher", () => {
    const [one] = region.schools.filter(({ lastGrade }) => lastGrade > 4);
    const before = pupilsOf(one as DemoSchool, 2024, 4);
    const after = pupilsOf(one as DemoSchool, 2025, 5);
    expect(after.map(({ ability }) => ability)).toEqual(before.map(({ ability }) => ability));
    expect(after.map(({ classLabel }) => classLabel)).toEqual(
      before.map(({ classLabel }) => classLabel.replace("4", "5")),
    );
  });

  it("stand in the classes that the registry lists", () => {
    for (const one of region.schools) {
      const listed = new Set(classesOf(one, 2025).map(({ label }) => label));
      for (const grade of [4, 5])
        for (const pupil of pupilsOf(one, 2025, grade)) expect(listed).toContain(pupil.classLabel);
    }
  });

  it("leave a school that was closed", () => {
    const closed = region.schools.find((one) => one.closed !== "") as DemoSchool;
    expect(parallelClasses(closed, 2024, 4)).toHaveLength(1);
    expect(classesOf(closed, 2025)).toEqual([]);
  });

  it("have a code each, of five digits, the same in both subjects of a campaign", () => {
    for (const one of region.schools) {
      const codes = resultsOf(workOf(works, "VPR-2026-RU-4"), one).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.every((code) => /^\d{5}$/.test(code))).toBe(true);
      expect(resultsOf(workOf(works, "VPR-2026-MA-4"), one).map(({ code }) => code)).toEqual(codes);
    }
  });
});

describe("results of the demo region", () => {
  it("stay within the maxima of the tasks, and marks follow the scale", () => {
    const wrong = works.flatMap((work) =>
      region.schools.flatMap((one) =>
        present(resultsOf(work, one)).filter(
          (row) =>
            row.items.length !== work.tasks.length ||
            row.items.some((item, i) => item > (work.tasks[i]?.max ?? -1)) ||
            (one.feature !== "wrongMarks" && row.printedMark !== markOf(work, row.printedTotal)),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("agree with the journal more often than not, and the journal is the kinder one", () => {
    const rows = region.schools.flatMap((one) => present(resultsOf(workOf(works, "VPR-2026-RU-4"), one)));
    const both = rows.filter(({ journal }) => journal !== null);
    const lower = both.filter((row) => row.printedMark < (row.journal ?? 0)).length;
    const same = both.filter((row) => row.printedMark === row.journal).length;
    const higher = both.length - lower - same;
    expect(same).toBeGreaterThan(both.length / 2);
    expect(lower).toBeGreaterThan(higher);
  });
});

describe("planted schools", () => {
  const shareOfLow = (feature: DemoSchool["feature"], code: string) => {
    const rows = present(rowsOf(feature, code));
    return { low: rows.filter((row) => row.printedMark === 2).length, n: rows.length };
  };

  it("stand exactly at the limit where one pupil decides", () => {
    for (const code of ["VPR-2026-RU-5", "VPR-2026-MA-5"]) {
      const { low, n } = shareOfLow("borderOne", code);
      expect(low / n).toBeGreaterThanOrEqual(0.3);
      expect((low - 1) / n).toBeLessThan(0.3);
    }
    const { low, n } = shareOfLow("borderMiss", "VPR-2026-MA-5");
    expect(low / n).toBeLessThan(0.3);
    expect((low + 1) / n).toBeGreaterThanOrEqual(0.3);
  });

  it("have a work in which everybody got a «3»", () => {
    const rows = present(rowsOf("allThree", "VPR-2026-MA-4"));
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.printedMark))).toEqual(new Set([3]));
  });

  it("have a jump at the border of a mark", () => {
    const work = workOf(works, "VPR-2026-MA-5");
    const rows = present(rowsOf("borderJump", work.code));
    const at = (score: number) => rows.filter((row) => row.printedTotal === score).length;
    expect(at(work.scale.min4)).toBeGreaterThan(at(work.scale.min4 - 1) + at(work.scale.min4 - 2));
  });

  it("have a class that was not taught a topic, and marks that are not those of the scale", () => {
    const left = rowsOf("notTaught", "VPR-2026-MA-5").filter(({ items }) => items.includes(-2));
    expect(new Set(left.map(({ classLabel }) => classLabel)).size).toBe(1);
    const work = workOf(works, "VPR-2026-RU-4");
    const wrong = present(rowsOf("wrongMarks", work.code)).filter(
      (row) => row.printedMark !== markOf(work, row.printedTotal),
    );
    expect(wrong).toHaveLength(2);
  });
});

describe("the people of the demo region", () => {
  it("work in units that exist; teachers in classes that exist", () => {
    const units = new Set([
      "",
      region.code,
      ...region.municipalities.map(({ code }) => code),
      ...region.schools.map(({ login }) => login),
    ]);
    for (const { unit, classLabels } of demoPeople()) {
      expect(units).toContain(unit);
      const own = region.schools.find(({ login }) => login === unit);
      const known = own
        ? [2024, 2025, 2026].flatMap((year) => classesOf(own, year).map(({ label }) => `${year}:${label}`))
        : [];
      for (const label of classLabels) expect(known).toContain(label);
    }
  });

  it("have addresses that no mail can reach, and at most eight are printed", () => {
    const people = demoPeople();
    expect(people.every(({ email }) => /^[a-z0-9.-]+@demo\.example$/.test(email))).toBe(true);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    const printed = people.filter(({ account }) => account === "yes").map(({ role }) => role);
    expect(printed.length).toBeLessThanOrEqual(8);
    expect(new Set(printed)).toEqual(
      new Set(["admin", "region", "municipality", "head", "deputy", "teacher", "expert"]),
    );
  });
});

describe("the region for measuring", () => {
  it("has a thousand schools and exactly a million participations", () => {
    const schools = scaleSchools(translator("ru", "demo"));
    const scale = scaleWorks(scaleWorksFile(works, "Для замеров"));
    expect(schools).toHaveLength(SCALE.schools);
    expect(new Set(schools.map(({ municipality }) => municipality)).size).toBe(SCALE.municipalities);
    const pupils = schools.reduce(
      (sum, one) => sum + parallelClasses(one, 2024, 4).reduce((part, { pupils: n }) => part + n, 0),
      0,
    );
    expect(pupils * scale.length).toBe(SCALE.participations);
  });
});
