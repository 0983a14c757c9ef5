import { rootTranslator } from "#messages/translate.ts";
import { asViewer, inTransaction } from "../platform/access/as-viewer.ts";
import { loadViewer } from "../platform/access/load-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { type Day, dateToDay, dayToDate } from "../platform/clock.ts";
import { env } from "../platform/env.ts";
import { formatDay } from "../platform/format/day.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { enqueue, type Jobs } from "../platform/jobs/enqueue.ts";
import { log } from "../platform/log.ts";
import { hasMail, type Mail, sendMail } from "../platform/mail/send-mail.ts";
import { composeDigest, isWorthSending, type Letter } from "./digest.ts";
import { readTaskList } from "./task-reads.ts";

const kind = "digest";

/** Whether this person wants the digest by e-mail. On the desk the same tasks stand in any case. */
export async function chooseMail(viewer: Viewer, digest: boolean): Promise<void> {
  permit(viewer, "insights.read");
  const { personId } = viewer;
  if (personId === null) return;
  await inTransaction(viewer, (tx) =>
    tx.mailChoice.upsert({ where: { personId }, create: { personId, digest }, update: { digest } }),
  );
}

/** The letter that this person would get today; null when nothing waits. */
export async function digestFor(viewer: Viewer, today: Day): Promise<Letter | null> {
  const clock = { today, timeZone: env.TIME_ZONE };
  const { tasks, works } = await asViewer(viewer, (tx) =>
    readTaskList(tx, viewer, Number(today.slice(0, 4)), clock),
  );
  return composeDigest(rootTranslator(viewer.locale), {
    ...{ name: viewer.name, tasks, works, portalUrl: env.PORTAL_URL },
    day: (day) => formatDay(day, { locale: viewer.locale, style: "long" }),
  });
}

/**
 * Composes today's letters of everybody who is asked for something by a campaign that runs, each with that person's own
 * rights, and enqueues their sending. Called again on the same day it adds nothing: a person has one digest a day.
 */
export async function composeDigests(now: Date): Promise<{ letters: number }> {
  const today = dayOf(now, env.TIME_ZONE);
  let letters = 0;
  for (const personId of await peopleToTell(today)) {
    const viewer = await loadViewer(personId);
    const letter = viewer && (await digestFor(viewer, today));
    if (letter && (await keep(personId, letter, today, now))) letters++;
  }
  return { letters };
}

/** People of regions where a campaign has begun and is not over, who did not say no and had no letter today. */
function peopleToTell(today: Day): Promise<number[]> {
  return inTransaction(systemViewer, async (tx) => {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT p.id FROM person p
      LEFT JOIN school s ON s.id = p.school_id LEFT JOIN municipality m ON m.id = coalesce(s.municipality_id, p.municipality_id)
      WHERE p.disabled_at IS NULL AND p.role IN ('head', 'deputy', 'teacher', 'municipality', 'region')
        AND EXISTS (SELECT FROM campaign c WHERE c.region_id = coalesce(m.region_id, p.region_id)
          AND (c.municipality_id IS NULL OR m.id IS NULL OR c.municipality_id = m.id)
          AND c.opens_on <= ${dayToDate(today)}::date AND c.closes_on + 30 >= ${dayToDate(today)}::date)
        AND NOT EXISTS (SELECT FROM mail_choice x WHERE x.person_id = p.id AND NOT x.digest)
        AND NOT EXISTS (SELECT FROM mail_outbox o WHERE o.person_id = p.id AND o.kind = ${kind} AND o.on_day = ${dayToDate(today)}::date)
      ORDER BY p.id`;
    return rows.map(({ id }) => id);
  });
}

function keep(personId: number, letter: Letter, today: Day, now: Date): Promise<boolean> {
  return inTransaction(systemViewer, async (tx) => {
    const last = await tx.mailOutbox.findFirst({ where: { personId, kind }, orderBy: { onDay: "desc" } });
    const before = last && { onDay: dateToDay(last.onDay) as Day, body: last.body };
    if (!isWorthSending(letter, before, today)) return false;
    const { id } = await tx.mailOutbox.create({
      data: { personId, kind, onDay: dayToDate(today), createdAt: now, ...letter },
    });
    await enqueue(tx, "mail.send", { letterId: id });
    return true;
  });
}

/**
 * Sends a letter that was composed, once. A letter that was sent is left alone, and so is that of a person whose account was switched
 * off meanwhile. When the server does not take it the failure is kept and thrown, so that the queue tries again.
 */
export async function sendLetter(
  letterId: number,
  now: Date,
  send: (mail: Mail) => Promise<void> = sendMail,
): Promise<"sent" | "nothing"> {
  const letter = await inTransaction(systemViewer, async (tx) => {
    const stored = await tx.mailOutbox.findUnique({ where: { id: letterId } });
    if (!stored || stored.sentAt !== null) return null;
    const person = await tx.person.findUnique({ where: { id: stored.personId } });
    if (!person || person.disabledAt !== null) return null;
    return { to: person.email, subject: stored.subject, text: stored.body };
  });
  if (!letter) return "nothing";
  try {
    await send(letter);
  } catch (error) {
    // The kind of the error only: what a mail server says may quote addresses.
    const failure = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    await inTransaction(systemViewer, (tx) =>
      tx.mailOutbox.update({ where: { id: letterId }, data: { attempts: { increment: 1 }, failure } }),
    );
    throw error;
  }
  await inTransaction(systemViewer, (tx) =>
    tx.mailOutbox.update({
      where: { id: letterId },
      data: { sentAt: now, attempts: { increment: 1 }, failure: "" },
    }),
  );
  return "sent";
}

const hour = 3_600_000;
/** Letters go out from eight in the morning by the centre's clock. */
function isMorningOver(now: Date): boolean {
  return dayOf(new Date(now.getTime() - 8 * hour), env.TIME_ZONE) === dayOf(now, env.TIME_ZONE);
}

/** Asked every hour: composes once the day has begun, and never where no mail server is known. */
export async function digestsInBackground(_: Jobs["mail.digest"], now: Date): Promise<void> {
  if (!hasMail() || !isMorningOver(now)) return;
  const { letters } = await composeDigests(now);
  if (letters > 0) log("info", "mail.digest", { letters });
}

/** Sends one letter of the queue. */
export async function sendInBackground({ letterId }: Jobs["mail.send"], now: Date): Promise<void> {
  await sendLetter(letterId, now);
}
