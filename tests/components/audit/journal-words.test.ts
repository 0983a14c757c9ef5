import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { journalWords } from "#components/audit/journal-words.ts";
import { roles } from "#lib/platform/access/permissions.ts";
import { loadMessages, locales } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";

const wordsOf = (locale: "ru" | "uk") => {
  const has = (key: string) =>
    typeof key
      .split(".")
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], loadMessages(locale)) ===
    "string";
  return journalWords(translator(locale), has);
};

/** Every action that a command writes into the journal, found in its source. */
const actions = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /commands\.ts$/.test(file))
  .flatMap((file) => [...readFileSync(`lib/${file}`, "utf8").matchAll(/action: "([a-zA-Z.]+)"/g)])
  .map(([, action]) => action!);

describe.each(locales)("the journal in %s", (locale) => {
  const words = wordsOf(locale);

  it("has words for every action that a command writes", () => {
    expect(actions.length).toBeGreaterThan(10);
    expect(actions.filter((action) => words.action(action) === action)).toEqual([]);
  });

  it("has words for every role", () => {
    expect([...roles, "system"].filter((role) => words.role(role) === role)).toEqual([]);
  });

  it("shows a code that it does not know as it is", () => {
    expect(words.action("future.step")).toBe("future.step");
    expect(words.subject("thing:5")).toBe("thing:5");
    expect(words.detail("before.unknown")).toMatch(/ · unknown$/);
  });
});

it("names what an event is about", () => {
  expect(wordsOf("ru").subject("person:12")).toBe("сотрудник № 12");
  expect(wordsOf("uk").detail("before.role")).toBe("було · роль");
});
