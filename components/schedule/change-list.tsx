import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { changesSince, EditionWork } from "#lib/schedule/edition.ts";
import type { Locale } from "#messages/load.ts";
import { dayWords, lessonWords, subjectWords, workWords } from "./work-words.ts";

interface Props {
  t: Translate;
  locale: Locale;
  changes: ReturnType<typeof changesSince>;
  total: number;
  first: boolean;
}

/** What families will see that they do not see yet: added, moved, cancelled. */
export function ChangeList({ t, locale, changes, total, first }: Props) {
  const name = (work: EditionWork) =>
    t("schedule.publish.item", {
      day: dayWords(t, locale, work.on),
      lesson: lessonWords(t, work.lesson),
      classes: work.classes.join(", "),
      subject: subjectWords(t, work),
      work: workWords(t, work),
    });
  const list = (key: string, lines: readonly string[]) =>
    lines.length === 0 ? null : (
      <Fold
        key={key}
        summary={t(`schedule.publish.${key}`, { count: lines.length })}
        open={lines.length <= 12}
      >
        <ul className="grid gap-1">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Fold>
    );
  const { added, changed, gone } = changes;
  const moved = changed.map(({ from, to }) =>
    t("schedule.publish.moved", { from: name(from), to: name(to) }),
  );
  return (
    <div className="grid gap-3">
      <p>{t(first ? "schedule.publish.total" : "schedule.publish.totalNext", { count: total })}</p>
      {list("added", added.map(name))}
      {list("changed", moved)}
      {list("gone", gone.map(name))}
    </div>
  );
}
