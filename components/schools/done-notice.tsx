import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** What was just done, after the page of a form led here; nothing when nothing was. */
export function DoneNotice({ t, done }: { t: Translate; done: string | null }) {
  if (done === null) return null;
  return <Notice kind="ok" t={t} role="status" title={t(`schools.done.${done}`)} />;
}
