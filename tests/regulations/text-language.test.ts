import { expect, it } from "vitest";
import { textLanguage } from "#lib/regulations/text-language.ts";

it.each([
  ["Школа ведёт график и публикует его", "ru"],
  ["Заклад оцінює якість освітньої діяльності", "uk"],
  ["2.3.1", null],
])("«%s» is in %s", (text, language) => {
  expect(textLanguage([text])).toBe(language);
});
