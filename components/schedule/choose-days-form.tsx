"use client";

import { useActionState, useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { idle } from "#lib/platform/access/form-state.ts";
import type { PlaceState } from "#lib/schedule/actions.ts";
import { type BrowserWords, browserTranslator } from "./browser-words.ts";
import { ConflictList } from "./conflict-list.tsx";
import { dayWords } from "./work-words.ts";

export interface ClassDay {
  label: string;
  on: string;
  lesson: string;
  subject: string;
  /** Nearest days without any conflict, as the server found them. */
  free: readonly { on: string; lesson: number | null }[];
}

interface Props {
  /** Unique on the page. */
  id: string;
  action: (state: PlaceState, form: FormData) => Promise<PlaceState>;
  browser: BrowserWords;
  hidden: Readonly<Record<string, string>>;
  days: readonly ClassDay[];
  /** Days among which may be chosen. */
  from: string;
  to: string;
  lessons: readonly Option[];
  /** Subjects out of which one is drawn; empty when the subject is known. */
  subjects: readonly Option[];
  words: {
    day: string;
    lesson: string;
    subject: string;
    of: string;
    free: string;
    save: string;
    saving: string;
    accept: string;
    stopped: string;
  };
}

/** A line for each class of the parallel: its day within the window, its lesson, and the drawn subject. */
export function ChooseDaysForm(props: Props) {
  const { id, action, browser, hidden, days, from, to, lessons, subjects, words } = props;
  const [state, send, pending] = useActionState<PlaceState, FormData>(action, { form: idle, review: null });
  const t = useMemo(() => browserTranslator(browser), [browser]);
  const kept = (name: string, index: number) => {
    const list = "values" in state.form ? state.form.values[name] : undefined;
    return Array.isArray(list) ? list[index] : undefined;
  };
  return (
    <form action={send} className="grid gap-4" noValidate>
      <FormOutcome state={state.form} id={id} />
      {state.review ? (
        <div className="grid gap-3">
          <p className="font-semibold">{words.stopped.replace("{class}", state.label ?? "")}</p>
          <ConflictList t={t} locale={browser.locale} conflicts={state.review.conflicts} />
        </div>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {days.map((day, index) => (
        <fieldset key={day.label} className="grid gap-2 border-t border-line pt-3">
          <legend className="font-semibold">{words.of.replace("{class}", day.label)}</legend>
          <input type="hidden" name="label[]" value={day.label} />
          <div className="flex flex-wrap items-end gap-4">
            <Input
              id={`${id}-on-${day.label}`}
              name="on[]"
              type="date"
              label={words.day}
              readOnly={from === to}
              min={from}
              max={to}
              defaultValue={kept("on", index) ?? day.on}
            />
            <Select
              key={kept("lesson", index) ?? day.lesson}
              id={`${id}-lesson-${day.label}`}
              name="lesson[]"
              label={words.lesson}
              width="short"
              options={lessons}
              defaultValue={kept("lesson", index) ?? day.lesson}
            />
            {subjects.length > 0 ? (
              <Select
                key={`s${kept("subject", index) ?? day.subject}`}
                id={`${id}-subject-${day.label}`}
                name="subject[]"
                label={words.subject}
                options={subjects}
                defaultValue={kept("subject", index) ?? day.subject}
              />
            ) : (
              <input type="hidden" name="subject[]" value="" />
            )}
          </div>
          {day.free.length > 0 ? (
            <p className="text-small text-ink-2">
              {words.free}{" "}
              {day.free
                .map(({ on, lesson }) =>
                  t("loadRules.slots.slot", { day: dayWords(t, browser.locale, on), lesson: lesson ?? 0 }),
                )
                .join("; ")}
            </p>
          ) : null}
        </fieldset>
      ))}
      {state.review ? (
        <div className="choice">
          <input id={`${id}-accept`} name="accept" type="checkbox" />
          <label htmlFor={`${id}-accept`}>{words.accept}</label>
        </div>
      ) : null}
      <p>
        <Button type="submit" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </p>
    </form>
  );
}
