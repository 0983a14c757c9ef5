import type { Translate } from "#components/ui/translate.ts";
import type { DueWork } from "#lib/submissions/delivery-view.ts";

/** What is still to come, one line a work, with the day and the way to do it. */
export function DueList({
  t,
  works,
  day,
  mine,
}: {
  t: Translate;
  works: readonly DueWork[];
  day: (day: string) => string;
  mine: boolean;
}) {
  return (
    <ul className="grid gap-3">
      {works.map((work) => (
        <li key={work.workId} className="border-l-4 border-line-strong pl-4">
          <p className="font-semibold">{work.title}</p>
          <p>
            {mine
              ? t(work.late > 0 ? "desk.due.mineLate" : "desk.due.mine", {
                  day: work.closesOn ? day(work.closesOn) : "none",
                })
              : t("desk.due.area", {
                  late: work.late,
                  expected: work.expected,
                  day: work.closesOn ? day(work.closesOn) : "none",
                })}
          </p>
        </li>
      ))}
    </ul>
  );
}
