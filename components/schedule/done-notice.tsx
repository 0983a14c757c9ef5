import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;
const said = ["placed", "removed", "published", "imported"] as const;

/** What has just been done, said once over the page that it led to. */
export function DoneNotice({ t, query }: { t: Translate; query: Query }) {
  const what = said.find((name) => typeof query[name] === "string" && /^\d{1,9}$/.test(String(query[name])));
  if (!what) return null;
  const title = t(`schedule.done.${what}`, { count: Number(query[what]) });
  return <Notice kind="ok" t={t} role="status" title={title} />;
}
