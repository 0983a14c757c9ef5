import { describe, expect, it } from "vitest";
import {
  completionOf,
  cycleYearOf,
  dueDayOf,
  type ItemState,
  isOnDesk,
  linesFrom,
  standingOf,
} from "#lib/schedule/cycle/rules.ts";
import { addressees, bases, performers, templateLine, yearTemplate } from "#lib/schedule/cycle/template.ts";
import { itemWords, ownWords } from "#lib/schedule/cycle/words.ts";
import { locales } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";

const item = (change: Partial<ItemState> = {}): ItemState => ({
  status: "planned",
  dueOn: "2026-10-20",
  doneOn: null,
  ...change,
});

describe("the template", () => {
  it("covers every month of the handbook's cycle, from August to July", () => {
    const months = new Set(yearTemplate.map(({ due }) => due.slice(0, 2)));
    expect([...months]).toEqual(["08", "09", "10", "11", "12", "01", "02", "03", "04", "05", "06", "07"]);
  });

  it("has the report of self-evaluation by 20 April and the public report before 1 August", () => {
    expect(dueDayOf(templateLine("selfReport")!, 2026)).toBe("2027-04-20");
    expect(dueDayOf(templateLine("publicReport")!, 2026) < "2027-08-01").toBe(true);
  });

  it("gives each line a code, words in both languages, a performer, addressees and a basis", () => {
    expect(new Set(yearTemplate.map(({ code }) => code)).size).toBe(yearTemplate.length);
    for (const locale of locales) {
      const t = rootTranslator(locale);
      for (const { code, performer, addressees: to, basis } of yearTemplate) {
        const words = itemWords(t, { code, title: "", output: "", basis: "" });
        expect(Object.values(words).every((text) => text.length > 3)).toBe(true);
        expect(performers).toContain(performer);
        expect(to.length > 0 && to.every((one) => addressees.includes(one))).toBe(true);
        expect(bases).toContain(basis);
      }
    }
  });
});

describe("a line's day", () => {
  it("is of the first calendar year from August, of the second until July", () => {
    expect(dueDayOf({ ...yearTemplate[0]!, due: "08-25" }, 2026)).toBe("2026-08-25");
    expect(dueDayOf({ ...yearTemplate[0]!, due: "01-15" }, 2026)).toBe("2027-01-15");
  });

  it.each([
    // 20 December 2026 is a Sunday, 12 December a Saturday, 18 December a Friday.
    ["12-20", "2026-12-18"],
    ["12-12", "2026-12-11"],
    ["12-18", "2026-12-18"],
  ])("%s that falls on a weekend goes to the Friday before", (due, expected) => {
    expect(dueDayOf({ ...yearTemplate[0]!, due }, 2026)).toBe(expected);
  });

  it("a year begun late leaves out what was due before", () => {
    const lines = linesFrom(yearTemplate, 2026, "2027-07-01");
    expect(lines.map(({ line }) => line.code)).toEqual(["giaResults", "nextPlan", "publicReport"]);
  });

  it("belongs to the school year that August prepares", () => {
    expect([cycleYearOf("2026-08-01"), cycleYearOf("2026-07-31")]).toEqual([2026, 2025]);
  });
});

describe("how a line stands", () => {
  it.each([
    ["on its day", {}, "2026-10-20", "soon"],
    ["the day after", {}, "2026-10-21", "overdue"],
    ["two weeks before", {}, "2026-10-06", "soon"],
    ["earlier", {}, "2026-10-05", "planned"],
    ["earlier, under way", { status: "underway" }, "2026-10-05", "underway"],
    ["done, however late", { status: "done", doneOn: "2026-11-01" }, "2026-12-01", "done"],
    ["left out", { status: "dropped" }, "2026-12-01", "dropped"],
  ] as const)("%s", (_, change, today, expected) => {
    expect(standingOf(item(change), today)).toBe(expected);
  });
});

describe("completion", () => {
  it("counts what was due by the day; what was left out is in neither number", () => {
    const items = [
      item({ status: "done", doneOn: "2026-10-20" }),
      item({ status: "done", doneOn: "2026-10-22" }),
      item(),
      item({ status: "dropped" }),
      item({ dueOn: "2026-12-01", status: "done", doneOn: "2026-10-01" }),
    ];
    expect(completionOf(items, "2026-10-31")).toEqual({ due: 3, done: 2, inTime: 1 });
  });

  it("what was done later was not done on the day asked about", () => {
    const late = item({ status: "done", doneOn: "2026-11-05" });
    expect(completionOf([late], "2026-10-31")).toEqual({ due: 1, done: 0, inTime: 0 });
    expect(completionOf([late], "2026-11-30")).toEqual({ due: 1, done: 1, inTime: 0 });
  });
});

describe("the desk", () => {
  const given = { ...item(), performer: "teacher", performerId: 7 };
  const seenBy = (role: string, personId: number, today: "2026-10-10" | "2026-10-25" | "2026-09-01") =>
    isOnDesk(given, { role, personId }, today);

  it("shows a near line to its performer and to the deputy, an overdue one to the head too", () => {
    expect([seenBy("teacher", 7, "2026-10-10"), seenBy("deputy", 2, "2026-10-10")]).toEqual([true, true]);
    expect([seenBy("head", 1, "2026-10-10"), seenBy("head", 1, "2026-10-25")]).toEqual([false, true]);
    expect(seenBy("teacher", 8, "2026-10-25")).toBe(false);
    expect(seenBy("deputy", 2, "2026-09-01")).toBe(false);
  });

  it("shows the head's own lines to the head before they are overdue", () => {
    const own = { ...item(), performer: "head", performerId: null };
    expect(isOnDesk(own, { role: "head", personId: 1 }, "2026-10-10")).toBe(true);
  });
});

describe("words of a line", () => {
  it("that are still the template's are not stored, so the other language keeps its own", () => {
    const [russian, ukrainian] = [rootTranslator("ru"), rootTranslator("uk")];
    const shown = itemWords(russian, { code: "council", title: "", output: "", basis: "" });
    const stored = ownWords(russian, "council", { ...shown, output: "Протокол № 1" });
    expect(stored).toEqual({ title: "", output: "Протокол № 1", basis: "" });
    const there = itemWords(ukrainian, { code: "council", ...stored });
    expect(there.title).toBe(ukrainian("cycle.template.council.title"));
    expect(there.output).toBe("Протокол № 1");
  });
});
