import type { Translate } from "#messages/translate.ts";
import { workTitle } from "../assessments/work-title.ts";
import type { NamedWork } from "../results/named-works.ts";
import type { Task } from "./tasks.ts";

/** A letter as plain text. */
export interface Letter {
  subject: string;
  body: string;
}

interface Told {
  name: string;
  tasks: readonly Task[];
  works: ReadonlyMap<number, NamedWork>;
  /** The portal's own address, without a slash at the end. */
  portalUrl: string;
  /** A calendar day in words of the reader's language. */
  day: (day: string) => string;
}

/**
 * One letter for everything that waits, or null when nothing does. It holds works, counts and days; never a pupil, a code or a
 * result. It does not say today's date, so that two days on which nothing changed make the same letter.
 */
export function composeDigest(t: Translate, { name, tasks, works, portalUrl, day }: Told): Letter | null {
  if (tasks.length === 0) return null;
  const lines = tasks.map(
    (task) => `— ${taskSentence(t, task, works, day)}\n  ${portalUrl}${taskHref(task)}`,
  );
  return {
    subject: t("submissions.digest.subject", { count: tasks.length }),
    body: [
      t("submissions.digest.greeting", { name }),
      t("submissions.digest.lead", { count: tasks.length }),
      lines.join("\n\n"),
      t("submissions.digest.desk", { url: `${portalUrl}/desk` }),
      t("submissions.digest.stop", { url: `${portalUrl}/results/submissions/reminders` }),
    ].join("\n\n"),
  };
}

/** What waits, in one sentence. */
export function taskSentence(
  t: Translate,
  task: Task,
  works: ReadonlyMap<number, NamedWork>,
  day: (day: string) => string,
): string {
  const work = "workId" in task ? works.get(task.workId) : undefined;
  const title = work ? workTitle(t, work) : "";
  const due = "dueOn" in task && task.dueOn !== null ? day(task.dueOn) : "none";
  const late = "late" in task && task.late ? "yes" : "no";
  switch (task.kind) {
    case "bring":
      return t("submissions.task.bring", { work: title, day: due, late });
    case "submit":
      return t("submissions.task.submit", { work: title, day: due, late });
    case "classList":
      return t("submissions.task.classList");
    case "returned":
      return t("submissions.task.returned", { work: title, reason: task.reason });
    case "approve":
      return t("submissions.task.approve", { work: title });
    case "absence":
      return t("submissions.task.absence", {
        work: title,
        label: task.classLabel || "none",
        count: task.count,
      });
    case "accept":
      return t("submissions.task.accept", { work: title, count: task.count });
    case "lateSchools":
      return t("submissions.task.lateSchools", { work: title, count: task.count, day: due });
  }
}

/** Where it is done. */
export function taskHref(task: Task): string {
  switch (task.kind) {
    case "bring":
      return "/results/imports/new";
    case "classList":
      return `/registry/${task.schoolId}`;
    case "absence":
      return "/results/submissions/absences";
    case "submit":
    case "returned":
    case "approve":
      return `/results/submissions/${task.workId}/${task.schoolId}`;
    case "accept":
      return "/results/submissions";
    case "lateSchools":
      return "/desk/delivery";
  }
}

const daysBetweenSame = 7;

/**
 * Whether a letter goes out today: when it says something new, or the same has waited for a week. Days are counted from the
 * calendar, `lastOn` is the day of the last letter.
 */
export function isWorthSending(
  letter: Letter,
  last: { onDay: string; body: string } | null,
  today: string,
): boolean {
  if (last === null || last.body !== letter.body) return true;
  return (
    Date.parse(`${today}T00:00:00Z`) - Date.parse(`${last.onDay}T00:00:00Z`) >= daysBetweenSame * 86_400_000
  );
}
