import { describe, expect, it } from "vitest";
import type { NamedWork } from "#lib/results/named-works.ts";
import { composeDigest, isWorthSending, taskHref } from "#lib/submissions/digest.ts";
import type { Task } from "#lib/submissions/tasks.ts";
import { rootTranslator } from "#messages/translate.ts";

const work: NamedWork = {
  ...{ id: 7, code: "MA4", kind: "vpr", year: 2026, season: "spring", gradeTested: 4, gradeWriting: 4 },
  ...{ subject: "MA", level: "base" },
};
const tasks: Task[] = [
  { kind: "returned", schoolId: 101, workId: 7, reason: "Нет класса 4Б" },
  { kind: "bring", schoolId: 101, workId: 7, dueOn: "2026-04-20", late: true },
  { kind: "absence", schoolId: 101, workId: 7, classLabel: "4А", count: 2 },
  { kind: "accept", workId: 7, count: 5 },
  { kind: "lateSchools", workId: 7, count: 21, dueOn: "2026-04-20" },
  { kind: "classList", schoolId: 101 },
];
const told = {
  name: "Анна Петровна",
  works: new Map([[7, work]]),
  portalUrl: "https://portal.example.org",
  day: () => "20 апреля",
};

describe("the letter of a day", () => {
  it("says in Russian everything that waits, with the way to it", () => {
    const letter = composeDigest(rootTranslator("ru"), { ...told, tasks });
    expect(letter?.subject).toBe("Мониторинг: вас ждут 6 дел");
    expect(letter?.body).toContain("Здравствуйте, Анна Петровна!");
    expect(letter?.body).toContain("возвращены. Причина: Нет класса 4Б");
    expect(letter?.body).toContain("загрузите результаты до 20 апреля — срок прошёл.");
    expect(letter?.body).toContain("4А: 2 учеников нет в результатах");
    expect(letter?.body).toContain("не передала 21 школа, срок был 20 апреля");
    expect(letter?.body).toContain("https://portal.example.org/results/submissions/7/101");
    expect(letter?.body).toContain(
      "Отказаться от писем: https://portal.example.org/results/submissions/reminders",
    );
  });

  it("and in Ukrainian", () => {
    const letter = composeDigest(rootTranslator("uk"), { ...told, tasks, day: () => "20 квітня" });
    expect(letter?.subject).toBe("Моніторинг: на вас чекають 6 справ");
    expect(letter?.body).toContain("завантажте результати до 20 квітня — строк минув.");
    expect(letter?.body).toContain("5 шкіл чекають на ваше рішення");
    expect(letter?.body).not.toMatch(/[ыэъё]/);
  });

  it("is not written when nothing waits", () => {
    expect(composeDigest(rootTranslator("ru"), { ...told, tasks: [] })).toBeNull();
  });

  it("leads only to pages of the portal", () => {
    for (const task of tasks) expect(taskHref(task)).toMatch(/^\/(results|registry|desk)\//);
  });
});

describe("a reminder is no spam", () => {
  const letter = { subject: "s", body: "b" };
  it("goes out when it is the first or says something new", () => {
    expect(isWorthSending(letter, null, "2026-04-21")).toBe(true);
    expect(isWorthSending(letter, { onDay: "2026-04-20", body: "other" }, "2026-04-21")).toBe(true);
  });
  it("repeats the same only after a week", () => {
    expect(isWorthSending(letter, { onDay: "2026-04-20", body: "b" }, "2026-04-26")).toBe(false);
    expect(isWorthSending(letter, { onDay: "2026-04-20", body: "b" }, "2026-04-27")).toBe(true);
  });
});
