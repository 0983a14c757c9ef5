import { describe, expect, it } from "vitest";
import { tasksView, zonesFinding } from "#lib/insights/tasks-view.ts";
import { analysis, areaWith, nobody, plain, words, work } from "./sample-analysis.ts";

const view = (found = analysis()) => tasksView({ words, unit: found.unit, work: found.work }, found);

describe("tasks of a class of 24", () => {
  // task 1: 14 of 24 = 58.3 % (Б, uncertain); 2К1: 24 of 48 = 50 % (Б, insufficient); 3: 27 of 72 = 37.5 % (П, sufficient)
  it("stand in groups by difficulty, each with its zone", () => {
    const groups = view()!.chart.groups;
    expect(groups.map(({ difficulty }) => difficulty)).toEqual(["Б", "П"]);
    expect(groups.flatMap(({ rows }) => rows.map(({ code, zone }) => [code, zone]))).toEqual([
      ["1", "warn"],
      ["2К1", "risk"],
      ["3", "ok"],
    ]);
    expect(groups[0]?.zone).toEqual({
      ...{ low: 57, line: 60, high: 63, labels: { low: "57", line: "60", high: "63" } },
    });
    expect(groups[1]?.zone.labels).toEqual({ low: "28,5", line: "30", high: "31,5" });
  });

  it("are summed up in a finding and a sentence for each level", () => {
    expect(view()!.chart.finding).toBe("На недостаточном уровне — 1 задание из 3: № 2К1");
    expect(view()!.chart.summary).toBe(
      "Базовых заданий — 2: на достаточном уровне 0, в зоне неопределённости 1 (№ 1), на недостаточном 1 (№ 2К1). " +
        "Заданий повышенного уровня — 1: на достаточном уровне 1.",
    );
  });

  it("name the uncertain ones when none is insufficient, and praise only when all are sufficient", () => {
    const zones = (...list: ("sufficient" | "uncertain" | "insufficient" | null)[]) =>
      zonesFinding(words, work, list);
    expect(zones("uncertain", "sufficient", "sufficient", null)).toBe(
      "Недостаточного уровня нет, в зоне неопределённости — 1 задание из 3: № 1",
    );
    expect(zones("sufficient", "sufficient", "sufficient", null)).toBe(
      "Все задания (3) — на достаточном уровне",
    );
    expect(zones(null, null, null, null)).toBe("Уровни сложности неизвестны, поэтому зоны не показаны");
  });

  it("without a difficulty have figures but no zone, and a name of their own", () => {
    expect(view()!.unlevelled).toMatchObject([{ code: "4", zone: null, skill: "Задание 4" }]);
  });

  it("that had not been taught are shown both ways: 27 of 72 and 27 of 60 points", () => {
    const [task] = view()!.notTaught;
    expect(task).toMatchObject({ code: "3", count: "4" });
    expect([task?.all.text, task?.taught.text].map((text) => plain(JSON.stringify(text)))).toEqual([
      '{"kind":"value","text":"37,5 %"}',
      '{"kind":"value","text":"45,0 %"}',
    ]);
    expect(task?.taught.href).toContain("/how/task-3-taught");
  });

  it("with «Х» show its share: 2 of the 22 whose cell could be read", () => {
    const [task] = view()!.notTried;
    expect([task?.code, task?.figure.base, plain(JSON.stringify(task?.figure.text))]).toEqual([
      ...["4", "2 из 22"],
      '{"kind":"value","text":"9,1 %"}',
    ]);
  });

  it("stand beside the widest area that may be shown", () => {
    const areas = [
      areaWith("municipality", [1, 1, 1, 1]),
      { ...areaWith("region", [1, 1, 1, 1]), summary: null },
    ];
    const chart = view(analysis({ areas }))!.chart;
    expect(chart.peer).toBe("муниципалитет");
    expect(plain(chart.groups[0]?.rows[0]?.peer?.label)).toBe("58,3 %");
  });

  it("say nothing when nobody took part or no task is described", () => {
    expect(view(analysis({ summary: nobody }))).toBeNull();
    expect(view(analysis({ work: { ...work, tasks: [] } }))).toBeNull();
  });
});
