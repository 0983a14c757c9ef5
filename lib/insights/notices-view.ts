import { marked } from "../statistics/marks.ts";
import type { Analysis } from "./queries.ts";
import type { Words } from "./words.ts";

export interface NoticeView {
  key: "noScale" | "scaleNeedsCheck" | "workFromFile" | "noMarks" | "noParticipants" | "noLevels";
  kind: "warn" | "info" | "none";
  title: string;
  text: string;
}

/** What a reader must know before the figures: what the work's description lacks, and what is not there at all. */
export function noticesOf({ t }: Words, { work, summary }: Analysis): NoticeView[] {
  const notice = (
    key: NoticeView["key"],
    kind: NoticeView["kind"],
    params: Record<string, string | number> = {},
  ): NoticeView => ({
    ...{ key, kind },
    title: t(`insights.notices.${key}.title`, params),
    text: t(`insights.notices.${key}.text`, params),
  });
  const list: NoticeView[] = [];
  if (summary && summary.participants === 0)
    list.push(notice("noParticipants", "none", { count: summary.absent }));
  if (work.origin === "file") list.push(notice("workFromFile", "warn"));
  if (!work.scale) list.push(notice("noScale", "warn"));
  else if (work.scale.needsCheck)
    list.push(notice("scaleNeedsCheck", "warn", { edition: work.scale.edition }));
  if (summary && summary.participants > 0 && marked(summary.marks) === 0)
    list.push(notice("noMarks", "none"));
  if (work.tasks.length > 0 && work.tasks.every((task) => task.difficulty === null))
    list.push(notice("noLevels", "info"));
  return list;
}
