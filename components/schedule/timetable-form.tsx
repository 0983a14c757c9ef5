"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { type FormState, fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { lessonField } from "#lib/schedule/timetable/week.ts";

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  /** Names of the weekdays, Monday first, and for each the lessons that stand now. */
  days: readonly { name: string; lessons: readonly string[] }[];
  rows: number;
  /** The day from which it holds. */
  from: string;
  subjects: readonly string[];
  back: string;
  words: { save: string; saving: string; cancel: string; from: string; fromHint: string; lesson: string };
}

/**
 * The week of a class: a group of fields a day, a field a lesson, subjects by their names (the browser offers those it knows). Works by
 * Tab alone and without scripts; on a narrow page days stand under each other.
 */
export function TimetableForm({ action, hidden, days, rows, from, subjects, back, words }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="grid gap-6" noValidate>
      <FormOutcome state={state} id="timetable" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Input
        id="timetable-from"
        name="from"
        type="date"
        width="short"
        label={words.from}
        hint={words.fromHint}
        defaultValue={typed(state, "from") ?? from}
        error={fieldWords(state, "from")}
      />
      <datalist id="lesson-subjects">
        {subjects.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="grid gap-x-4 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {days.map(({ name, lessons }, day) => (
          <fieldset key={name} className="grid content-start gap-2">
            <legend className="mb-2 font-semibold">{name}</legend>
            {Array.from({ length: rows }, (_, lesson) => {
              const field = lessonField(day + 1, lesson + 1);
              const wrong = fieldWords(state, field);
              return (
                <div key={field} className="grid grid-cols-[1.5rem_1fr] items-center gap-x-2">
                  <label htmlFor={`timetable-${field}`} className="text-right text-ink-2">
                    <span className="sr-only">
                      {name}, {words.lesson}{" "}
                    </span>
                    {lesson + 1}
                  </label>
                  <input
                    id={`timetable-${field}`}
                    name={field}
                    list="lesson-subjects"
                    className="control"
                    defaultValue={typed(state, field) ?? lessons[lesson] ?? ""}
                    autoComplete="off"
                    {...(wrong
                      ? { "aria-invalid": true, "aria-describedby": `timetable-${field}-error` }
                      : {})}
                  />
                  {wrong ? (
                    <span id={`timetable-${field}-error`} className="col-start-2 text-small text-risk">
                      {wrong}
                    </span>
                  ) : null}
                </div>
              );
            })}
          </fieldset>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
        <a href={back}>{words.cancel}</a>
      </div>
    </form>
  );
}
