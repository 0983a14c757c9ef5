import { expect, it } from "vitest";
import { sentence } from "#messages/sentence.ts";

it("a key says where its sentence stands; one without a point stands among the errors", () => {
  expect(sentence("ru", "people.refused.emailTaken")).toMatch(/^С этой почтой/);
  expect(sentence("uk", "forbidden")).toMatch(/^Для цієї дії/);
});

it("numbers in it take their form", () => {
  expect(sentence("ru", "people.done.sessionsEnded", { count: 2 })).toBe("Завершены 2 сеанса.");
  expect(sentence("uk", "people.done.sessionsEnded", { count: 5 })).toBe("Завершено 5 сеансів.");
});

it.each([
  "Invalid input: expected string",
  "people.fields.nothing",
  "nowhere.at.all",
  "people.fields",
  "errors.constructor",
])("what is no key of ours (%s) is answered as wrong input", (key) => {
  expect(sentence("ru", key)).toBe(sentence("ru", "invalid"));
});
