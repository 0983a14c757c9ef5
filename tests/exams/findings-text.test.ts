import { expect, it } from "vitest";
import { examFindingCodes } from "#lib/exams/findings.ts";
import { loadMessages, locales, type Messages } from "#messages/load.ts";

it.each(locales)(
  "every finding of a protocol has a sentence and a name in %s, and no sentence is left over",
  (locale) => {
    const { findings, groups } = loadMessages(locale).exams as Record<string, Messages>;
    expect(Object.keys(findings ?? {}).sort()).toEqual([...examFindingCodes].sort());
    expect(Object.keys(groups ?? {}).sort()).toEqual([...examFindingCodes].sort());
  },
);
