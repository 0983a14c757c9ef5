import { type Locale, loadMessages, type Messages } from "#messages/load.ts";
import type { BrowserWords } from "./browser-words.ts";

/** The parts of messages that forms of works need in the browser: about 12 kB. */
export function browserWords(locale: Locale): BrowserWords {
  const all = loadMessages(locale);
  const schedule = all.schedule as Messages;
  const { form, weekday, subject, drawnFrom, clause, lesson, noLesson, take } = schedule;
  const ui = all.ui as Messages;
  return {
    locale,
    messages: {
      loadRules: all.loadRules ?? {},
      assessments: { subject: (all.assessments as Messages).subject ?? {} },
      schedule: {
        ...(form ? { form } : {}),
        ...(weekday ? { weekday } : {}),
        ...(subject ? { subject } : {}),
        ...(drawnFrom ? { drawnFrom } : {}),
        ...(clause ? { clause } : {}),
        ...(lesson ? { lesson } : {}),
        ...(noLesson ? { noLesson } : {}),
        ...(take ? { take } : {}),
      },
      ui: { status: ui.status ?? {} },
    },
  };
}
