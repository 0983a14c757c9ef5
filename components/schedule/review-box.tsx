"use client";

import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Draft } from "#lib/schedule/candidate.ts";
import type { SchoolYear } from "#lib/schedule/facts.ts";
import type { FreeSlot } from "#lib/schedule/load/shapes.ts";
import { type Review, reviewDraft, stopping } from "#lib/schedule/review.ts";
import type { Locale } from "#messages/load.ts";
import { ConflictList } from "./conflict-list.tsx";
import { dayWords } from "./work-words.ts";

interface Props {
  id: string;
  t: Translate;
  locale: Locale;
  facts: SchoolYear;
  today: string;
  draft: Draft | null;
  /** What the server has said of the form that was sent. */
  answered: Review | null;
  /** Puts a free day into the form. Without scripts its button sends the form with that day. */
  take: (on: string, lesson: number | null) => void;
}

/** What the rules say of the day that is being chosen, with the clause, and the nearest free days as buttons. */
export function ReviewBox({ id, t, locale, facts, today, draft, answered, take }: Props) {
  const review = useMemo(
    () => (draft === null ? answered : reviewDraft(facts, draft, today as Draft["on"])),
    [draft, answered, facts, today],
  );
  const conflicts = review?.conflicts ?? [];
  return (
    <div className="grid gap-4">
      <div role="status" className="grid gap-4">
        {review === null ? (
          <p className="text-ink-2">{t("schedule.form.waiting")}</p>
        ) : conflicts.length === 0 ? (
          <Notice kind="ok" t={t} title={t("schedule.form.free")} />
        ) : (
          <ConflictList t={t} locale={locale} conflicts={conflicts} />
        )}
      </div>
      {review !== null && conflicts.length > 0 ? (
        <FreeDays t={t} locale={locale} slots={review.slots} take={take} />
      ) : null}
      {stopping(conflicts).length > 0 ? (
        <div className="choice">
          <input id={`${id}-accept`} name="accept" type="checkbox" />
          <label htmlFor={`${id}-accept`}>{t("schedule.form.accept")}</label>
        </div>
      ) : null}
    </div>
  );
}

interface FreeDaysProps {
  t: Translate;
  locale: Locale;
  slots: readonly FreeSlot[];
  take: Props["take"];
}

function FreeDays({ t, locale, slots, take }: FreeDaysProps) {
  if (slots.length === 0) return <p>{t("loadRules.slots.none")}</p>;
  return (
    <fieldset className="grid gap-2">
      <legend className="field-label">{t("loadRules.slots.title")}</legend>
      <div className="flex flex-wrap gap-2">
        {slots.map(({ on, lesson, shiftDays }) => (
          <Button
            key={`${on}|${lesson ?? ""}`}
            type="submit"
            name="take"
            value={`${on}|${lesson ?? ""}`}
            onClick={(event) => {
              event.preventDefault();
              take(on, lesson);
            }}
          >
            {t("loadRules.slots.slot", { day: dayWords(t, locale, on), lesson: lesson ?? 0 })}
            <span className="sr-only">
              {", "}
              {t(shiftDays < 0 ? "loadRules.slots.earlier" : "loadRules.slots.later", {
                days: Math.abs(shiftDays),
              })}
            </span>
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
