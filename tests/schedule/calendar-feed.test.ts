import { describe, expect, it } from "vitest";
import { instantOf } from "#lib/platform/format/instant-of.ts";
import { calendarFeed } from "#lib/schedule/calendar-feed.ts";
import { editionOf } from "#lib/schedule/edition.ts";
import { schoolYear, work } from "./school-year.ts";

const words = {
  name: "Школа № 1: график",
  summary: ({ title, classes }: { title: string; classes: readonly string[] }) =>
    `${title} (${classes.join(", ")})`,
  description: ({ note }: { note: string }) => note,
};
const place = {
  host: "portal.example",
  url: "https://portal.example/calendar/shkola-1",
  timeZone: "Europe/Moscow",
  publishedAt: new Date("2026-09-14T12:00:00Z"),
  classLabel: null,
};

/** Events of a feed by UID, as a calendar program reads them: lines unfolded (RFC 5545 3.1), texts unescaped (3.3.11). */
function eventsOf(feed: string): Map<string, Record<string, string>> {
  const lines = feed.replace(/\r\n[ \t]/g, "").split("\r\n");
  const events = new Map<string, Record<string, string>>();
  let event: Record<string, string> = {};
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") event = {};
    else if (line === "END:VEVENT") events.set(event.UID ?? "", event);
    else {
      const at = line.indexOf(":");
      const text = line
        .slice(at + 1)
        .replace(/\\n/gi, "\n")
        .replace(/\\([\\;,])/g, "$1");
      event[line.slice(0, at)] = text;
    }
  }
  return events;
}

const bells = ["08:30", "09:25", "10:20"];
const withBells = (works: ReturnType<typeof work>[]) => {
  const facts = schoolYear({ works });
  return { ...facts, plan: { ...facts.plan, bells } };
};

describe("the feed of a published edition", () => {
  it("gives a work with lesson and bells its hours by the centre's clock", () => {
    // Lesson 3 begins at 10:20 in Moscow, three hours ahead of UTC; 45 minutes later it is 11:05.
    const edition = editionOf(withBells([work({ id: 1 })]), null);
    const event = eventsOf(calendarFeed(edition, words, place)).get("uid-1@portal.example");
    expect(event).toMatchObject({ DTSTART: "20261015T072000Z", DTEND: "20261015T080500Z", SEQUENCE: "0" });
    expect(event).toMatchObject({ DTSTAMP: "20260914T120000Z", STATUS: "CONFIRMED" });
  });

  it("gives one without a lesson, or without bells, a whole day", () => {
    for (const facts of [
      withBells([work({ id: 1, lesson: null })]),
      schoolYear({ works: [work({ id: 1 })] }),
    ]) {
      const [event] = eventsOf(calendarFeed(editionOf(facts, null), words, place)).values();
      expect(event?.["DTSTART;VALUE=DATE"]).toBe("20261015");
    }
  });

  it("keeps UIDs through editions and says what is cancelled", () => {
    const one = editionOf(schoolYear({ works: [work({ id: 1 }), work({ id: 2, on: "2026-11-10" })] }), null);
    const two = editionOf(schoolYear({ works: [work({ id: 2, on: "2026-11-11" })] }), one);
    const events = eventsOf(calendarFeed(two, words, place));
    expect(events.get("uid-1@portal.example")).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "1" });
    expect(events.get("uid-2@portal.example")).toMatchObject({ STATUS: "CONFIRMED", SEQUENCE: "1" });
  });

  it("of a class holds only what the class writes", () => {
    const works = [work({ id: 1 }), work({ id: 2, classes: ["5Б"] }), work({ id: 3, classes: ["5А", "5Б"] })];
    const edition = editionOf(schoolYear({ works }), null);
    const events = eventsOf(calendarFeed(edition, words, { ...place, classLabel: "5Б" }));
    expect([...events.keys()].sort()).toEqual(["uid-2@portal.example", "uid-3@portal.example"]);
  });

  it("survives every sign that the format gives a meaning to, and long lines", () => {
    const title = `Запятая, точка с запятой; обратная \\ черта «${"очень ".repeat(30)}длинная»`;
    const edition = editionOf(schoolYear({ works: [work({ id: 1, title, note: "первая\nвторая" })] }), null);
    const feed = calendarFeed(edition, words, place);
    const event = eventsOf(feed).get("uid-1@portal.example");
    expect(event?.SUMMARY).toBe(`${title} (5А)`);
    expect(event?.DESCRIPTION).toBe("первая\nвторая");
    // 3.1: no line is longer than 75 octets.
    for (const line of feed.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("is the same for the same edition, so that a reader's copy holds", () => {
    const edition = editionOf(schoolYear({ works: [work({ id: 1 })] }), null);
    expect(calendarFeed(edition, words, place)).toBe(calendarFeed(edition, words, place));
  });
});

describe("an instant from a wall clock", () => {
  it.each([
    ["2026-10-15", "08:30", "Europe/Moscow", "2026-10-15T05:30:00.000Z"],
    ["2026-10-15", "08:30", "Europe/Kyiv", "2026-10-15T05:30:00.000Z"],
    // Kyiv goes back to winter time on 25 October 2026: two hours ahead of UTC from then on.
    ["2026-10-26", "08:30", "Europe/Kyiv", "2026-10-26T06:30:00.000Z"],
    ["2026-10-15", "23:30", "Asia/Kamchatka", "2026-10-15T11:30:00.000Z"],
  ])("%s %s in %s", (day, time, zone, instant) => {
    expect(instantOf(day, time, zone).toISOString()).toBe(instant);
  });
});
