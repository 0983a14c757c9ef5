import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { dayToDate } from "../platform/clock.ts";
import { instantOf } from "../platform/format/instant-of.ts";
import type { EditionContent, EditionWork } from "./edition.ts";

/** How often a calendar program should look again, in seconds: six hours. */
const REFRESH_SECONDS = 6 * 60 * 60;
const MINUTE = 60_000;

/** Words of one event; they come ready, because a feed has no reader to ask. */
export interface FeedWords {
  /** Name of the calendar. */
  name: string;
  summary(work: EditionWork): string;
  description(work: EditionWork): string;
}

export interface FeedPlace {
  /** Ends every UID, so that they are unique in the world. */
  host: string;
  /** Address of the page that shows the same to people. */
  url: string;
  timeZone: string;
  publishedAt: Date;
  /** Only works of this class; null: all. */
  classLabel: string | null;
}

/**
 * A published edition as an iCalendar feed (RFC 5545). An event keeps its UID through all editions, its SEQUENCE grows with every
 * change, and a work that was taken off is said to be cancelled, so that calendars that follow the feed do the same. A work
 * whose lesson and bells are known has hours; any other is a day.
 */
export function calendarFeed(content: EditionContent, words: FeedWords, place: FeedPlace): string {
  const calendar = ical({
    name: words.name,
    prodId: { company: place.host, product: "schedule", language: "RU" },
    method: ICalCalendarMethod.PUBLISH,
    url: place.url,
    ttl: REFRESH_SECONDS,
  });
  const wanted = (work: EditionWork) => place.classLabel === null || work.classes.includes(place.classLabel);
  const add = (work: EditionWork, status: ICalEventStatus) =>
    calendar.createEvent({
      id: `${work.uid}@${place.host}`,
      sequence: work.sequence,
      stamp: place.publishedAt,
      lastModified: place.publishedAt,
      summary: words.summary(work),
      description: words.description(work),
      url: place.url,
      status,
      ...timesOf(content, work, place.timeZone),
    });
  for (const work of content.works.filter(wanted)) add(work, ICalEventStatus.CONFIRMED);
  for (const work of content.cancelled.filter(wanted)) add(work, ICalEventStatus.CANCELLED);
  return calendar.toString();
}

function timesOf(content: EditionContent, { on, lesson, minutes }: EditionWork, timeZone: string) {
  const bell = lesson === null ? undefined : content.bells[lesson - 1];
  if (bell === undefined) return { start: dayToDate(on), allDay: true };
  const start = instantOf(on, bell, timeZone);
  return { start, end: new Date(start.getTime() + minutes * MINUTE) };
}
