import { createHash } from "node:crypto";
import { subjectWords, workWords } from "#components/schedule/work-words.ts";
import { env } from "#lib/platform/env.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { calendarFeed, type FeedWords } from "#lib/schedule/calendar-feed.ts";
import { findPublishedSchedule } from "#lib/schedule/public-queries.ts";
import { findPublicSchool } from "#lib/schools/public-queries.ts";
import { rootTranslator } from "#messages/translate.ts";

type Context = { params: Promise<{ schoolSlug: string; file: string }> };

/** The newest published edition of a school as a feed for calendars: `calendar.ics`, or a class by its name: `5А.ics`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { schoolSlug, file } = await params;
  const label = nameOf(file);
  const school = label === null ? null : await findPublicSchool(schoolSlug);
  const published = school ? await findPublishedSchedule(school.id, null) : null;
  const classLabel = label === "calendar" ? null : label;
  // A class that the edition does not have, a school without one and an address that never was look the same.
  if (!published || (classLabel !== null && !published.content.classes.includes(classLabel)))
    return new Response(null, { status: 404 });
  const { content, publishedAt } = published;
  const year = `${content.year}`;
  const text = calendarFeed(content, wordsOf(content.school.name, content.year, classLabel), {
    host: new URL(env.PORTAL_URL).hostname,
    url: `${env.PORTAL_URL}/calendar/${schoolSlug}?year=${year}`,
    timeZone: env.TIME_ZONE,
    publishedAt,
    classLabel,
  });
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { ETag: tag, "Cache-Control": "public, max-age=3600" };
  if (request.headers.get("if-none-match")?.split(/,\s*/).includes(tag))
    return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="calendar.ics"',
    },
  });
}

function nameOf(file: string): string | null {
  try {
    return /^(.{1,20})\.ics$/u.exec(decodeURIComponent(file))?.[1] ?? null;
  } catch {
    return null; // a broken escape is an address that never was
  }
}

function wordsOf(school: string, year: number, classLabel: string | null): FeedWords {
  const t = rootTranslator("ru");
  const name = { school, year: schoolYear(year) };
  return {
    name:
      classLabel === null
        ? t("schedule.feed.name", name)
        : t("schedule.feed.className", { ...name, class: classLabel }),
    summary: (work) =>
      t("schedule.feed.summary", {
        subject: subjectWords(t, work),
        work: workWords(t, work),
        classes: work.classes.join(", "),
      }),
    description: (work) =>
      t("schedule.feed.description", {
        level: t(`loadRules.level.${work.level}`),
        lesson: work.lesson ?? 0,
        minutes: work.minutes,
        note: work.note,
      }).trim(),
  };
}
