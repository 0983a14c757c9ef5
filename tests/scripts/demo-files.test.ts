import { describe, expect, it } from "vitest";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { ExamineFacts, ExamineResult } from "#lib/results/examine-task.ts";
import { examineTask } from "#lib/results/examine-task.ts";
import { blockingFindings } from "#lib/results/rules.ts";
import type { Given } from "#lib/results/schema.ts";
import { translator } from "#messages/translate.ts";
import { classesOf } from "#scripts/demo/cohorts.ts";
import { type Delivery, deliveries } from "#scripts/demo/deliveries.ts";
import { type DemoFile, type DemoWorld, deliveredFile } from "#scripts/demo/form-file.ts";
import { demoRegion, schoolOf } from "#scripts/demo/region.ts";
import { present, resultsOf } from "#scripts/demo/results.ts";
import { TOUR_SCHOOL, tourFiles } from "#scripts/demo/tour.ts";
import { demoWorks, workOf } from "#scripts/demo/works.ts";

const world: DemoWorld = { region: demoRegion(), works: demoWorks(), t: translator("ru", "demo") };
const story = deliveries(world.region, world.works);

/** What the portal would know when the file is brought: all works, and the schools in sight with their classes. */
function facts(logins: readonly string[], ownLogin: string | null): ExamineFacts {
  return {
    works: world.works.map((work, i) => ({
      ...work,
      id: i + 1,
      scale: {
        edition: 1,
        bands: [
          { mark: 2, from: 0, to: work.scale.min3 - 1 },
          { mark: 3, from: work.scale.min3, to: work.scale.min4 - 1 },
          { mark: 4, from: work.scale.min4, to: work.scale.min5 - 1 },
          { mark: 5, from: work.scale.min5, to: work.maxScore },
        ],
      },
    })),
    schools: world.region.schools
      .filter(({ login }) => logins.includes(login))
      .map((school, i) => {
        const years = [2024, 2025, 2026].map((year) => [
          year,
          classesOf(school, year).map((one) => one.label),
        ]);
        return [school.login, { id: i + 1, name: school.name, classes: Object.fromEntries(years) }] as const;
      }),
    ownLogin,
  };
}

function examined(
  file: DemoFile,
  given: Given,
  known: ExamineFacts,
): { result: ExamineResult; findings: Finding[]; rows: number } {
  const findings: Finding[] = [];
  let rows = 0;
  const pieces = examineTask(file.bytes, file.name, given);
  for (;;) {
    const { done, value } = pieces.next(known);
    if (done) return { result: value, findings, rows };
    if (value.kind === "findings") findings.push(...value.findings);
    if (value.kind === "rows") rows += value.columns.count;
  }
}

function givenOf({ form, work }: Delivery): Given {
  const id = world.works.findIndex(({ code }) => code === work) + 1;
  return form === "C" || form === "D" || form === "E" ? { workId: id } : {};
}

describe("the files of the demo region", () => {
  it("come in every form that the portal reads", () => {
    expect(new Set(story.map(({ form }) => form))).toEqual(new Set(["C", "D", "E", "F", "T", "csv"]));
  });

  it("are the same bytes every time", () => {
    for (const delivery of story.filter(({ logins }) => logins.length < 12)) {
      const again: DemoWorld = { region: demoRegion(), works: demoWorks(), t: world.t };
      expect(deliveredFile(again, delivery)).toEqual(deliveredFile(world, delivery));
    }
  });

  it.each(story.map((delivery) => [`${delivery.form} ${delivery.work} ${delivery.by}`, delivery] as const))(
    "are read back whole: %s",
    (_name, delivery) => {
      const own = delivery.logins.length === 1 ? (delivery.logins[0] ?? null) : null;
      const { result, findings } = examined(
        deliveredFile(world, delivery),
        givenOf(delivery),
        facts(delivery.logins, own),
      );
      const work = workOf(world.works, delivery.work);
      const rows = delivery.logins.flatMap((login) => resultsOf(work, schoolOf(world.region, login)));
      expect(blockingFindings(findings)).toEqual([]);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(result).toMatchObject({
        refusal: null,
        understood: { blocked: false, schools: delivery.logins.length, taken: present(rows).length, held: 0 },
      });
    },
  );
});

describe("the files of the tour", () => {
  const [good, dirty, repeated, wrongForm, foreign, report] = tourFiles(world).map((file) => ({
    ...file,
    ...examined(file, {}, facts([TOUR_SCHOOL], TOUR_SCHOOL)),
  }));

  it("the good one needs no answer and has nothing to mend", () => {
    expect(good?.result).toMatchObject({ understood: { blocked: false, held: 0, refused: 0 } });
    expect(good?.findings).toEqual([]);
  });

  it("the dirty one can be applied in part: cells are refused, rows wait, nothing is blocked", () => {
    expect(dirty?.result).toMatchObject({ understood: { blocked: false, held: 3 } });
    const codes = new Set(dirty?.findings.map(({ code }) => code));
    for (const code of ["itemSymbol", "itemAboveMax", "totalWrong", "duplicateDiffers", "rowWithoutCode"])
      expect(codes).toContain(code);
  });

  it("the repeated one has the bytes of the good one under another name", () => {
    expect(repeated?.bytes).toEqual(good?.bytes);
    expect(repeated?.name).not.toBe(good?.name);
  });

  it("the wrong form is refused by its name, the foreign school's rows are not taken", () => {
    expect(wrongForm?.result.refusal?.code).toBe("otherForm");
    expect(foreign).toMatchObject({ rows: 0, result: { understood: { taken: 0 } } });
  });

  it("the report of ready totals is known as one", () => {
    expect(report).toMatchObject({ rows: 0, result: { refusal: null, report: "F-06" } });
  });
});
