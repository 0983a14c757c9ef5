import { expect, it } from "vitest";
import { shortName } from "#lib/platform/format/person-name.ts";

it.each([
  ["Орлова Наталья Викторовна", "Орлова Н. В."],
  ["  Петров-Водкин   Кузьма ", "Петров-Водкин К."],
  ["Мельник Ґалина", "Мельник Ґ."],
  ["администратор", "администратор"],
  ["Школьный Пользователь 2", "Школьный П."],
])("%s → %s", (name, short) => {
  expect(shortName(name)).toBe(short.replaceAll(" ", "\u00a0"));
});
