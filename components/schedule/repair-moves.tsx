import type { Translate } from "#components/ui/translate.ts";
import { acceptMoveAction } from "#lib/schedule/actions.ts";
import type { SchoolYear } from "#lib/schedule/facts.ts";
import type { Repair } from "#lib/schedule/load/shapes.ts";
import { ownId } from "#lib/schedule/placed.ts";
import type { Locale } from "#messages/load.ts";
import { ButtonForm } from "./button-form.tsx";
import { dayWords, lessonWords, subjectWords, workWords } from "./work-words.ts";

interface Props {
  t: Translate;
  locale: Locale;
  facts: SchoolYear;
  repair: Repair;
}

/** Proposed moves in the order of days, each with a button that makes this one. */
export function RepairMoves({ t, locale, facts, repair }: Props) {
  const works = new Map(facts.works.map((work) => [ownId(work.id), work]));
  const at = (place: { on: string; lesson: number | null }) =>
    t("schedule.repair.place", { day: dayWords(t, locale, place.on), lesson: lessonWords(t, place.lesson) });
  return (
    <ol className="grid gap-4">
      {repair.moves.map((move) => {
        const work = works.get(move.work);
        if (!work) return null;
        const what = t("schedule.move.what", {
          subject: subjectWords(t, work),
          classes: work.classes.join(", "),
        });
        return (
          <li key={move.work} className="grid gap-2 border-l-4 border-line-strong pl-4">
            <p className="font-semibold">
              {what}. {workWords(t, work)}
            </p>
            <p>{t("loadRules.repair.move", { from: at(move.from), to: at(move.to) })}</p>
            <p className="text-small text-ink-2">{t("loadRules.repair.ends", { count: move.ends.length })}</p>
            <ButtonForm
              id={`accept-${work.id}`}
              action={acceptMoveAction}
              label={t("schedule.repair.accept")}
              about={what}
              hidden={{
                schoolId: String(facts.school.id),
                year: String(facts.year),
                id: String(work.id),
                version: String(work.version),
                on: move.to.on,
                lesson: String(move.to.lesson ?? ""),
              }}
            />
          </li>
        );
      })}
    </ol>
  );
}
