import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Day, dateToDay } from "../platform/clock.ts";
import { hasMail } from "../platform/mail/send-mail.ts";
import type { Letter } from "./digest.ts";
import { digestFor } from "./mail-commands.ts";

export interface ReminderView {
  /** What the person has chosen; letters are wanted until somebody says no. */
  wanted: boolean;
  /** False when this installation knows no mail server. */
  possible: boolean;
  /** The letter of today, also when it will not be sent. */
  today: Letter | null;
  letters: readonly { id: number; onDay: Day; subject: string; state: "sent" | "queued" | "failed" }[];
}

/** The own reminders: the choice, the letter of today, the last ten letters. */
export async function getReminders(viewer: Viewer, today: Day): Promise<ReminderView> {
  permit(viewer, "insights.read");
  const letter = await digestFor(viewer, today);
  return asViewer(viewer, async (tx) => {
    const personId = viewer.personId ?? 0;
    const choice = await tx.mailChoice.findUnique({ where: { personId } });
    const letters = await tx.mailOutbox.findMany({ where: { personId }, orderBy: { id: "desc" }, take: 10 });
    return {
      wanted: choice?.digest ?? true,
      possible: hasMail(),
      today: letter,
      letters: letters.map((one) => ({
        id: one.id,
        onDay: dateToDay(one.onDay) as Day,
        subject: one.subject,
        state: one.sentAt !== null ? "sent" : one.failure !== "" ? "failed" : "queued",
      })),
    };
  });
}
