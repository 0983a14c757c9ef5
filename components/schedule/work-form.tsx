"use client";

import { useActionState, useCallback, useMemo, useRef, useState } from "react";
import { type FieldSpec, FormField } from "#components/assessments/form-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import type { PlaceState } from "#lib/schedule/actions.ts";
import type { Draft } from "#lib/schedule/candidate.ts";
import type { SchoolYear } from "#lib/schedule/facts.ts";
import { type BrowserWords, browserTranslator } from "./browser-words.ts";
import { ClassBoxes } from "./class-boxes.tsx";
import { draftOfForm } from "./draft-of-form.ts";
import { ReviewBox } from "./review-box.tsx";

interface Props {
  /** Unique on the page; ids of fields are `{id}-{name}`. */
  id: string;
  action: (state: PlaceState, form: FormData) => Promise<PlaceState>;
  browser: BrowserWords;
  facts: SchoolYear;
  today: string;
  words: { save: string; saving: string; cancel: string; saveHint: string };
  back: string;
  hidden: Readonly<Record<string, string>>;
  /** Before the day and after it. */
  fields: readonly FieldSpec[];
  when: readonly FieldSpec[];
  more: readonly FieldSpec[];
  /** Classes as boxes; null when the form does not ask for them. */
  classes: {
    label: string;
    hint: string;
    chosen: readonly string[];
    parallels: readonly { name: string; labels: readonly string[] }[];
  } | null;
  /** What the form does not ask. */
  base: Partial<Draft>;
  /** What stands in the form when it opens, so that the rules speak at once. */
  first: Draft | null;
}

/**
 * The form that places, changes or moves a work. The rules of load run in the browser at every change and once more on the
 * server when it is sent; without scripts the answer comes with the sent form.
 */
export function WorkForm(props: Props) {
  const { id, action, browser, facts, today, words, back, hidden, fields, when, more, classes, base, first } =
    props;
  const [state, send, pending] = useActionState<PlaceState, FormData>(action, { form: idle, review: null });
  const [draft, setDraft] = useState(first);
  // Until something is changed here, what the server has said of the sent form is newer than what stood in it at first.
  const [touched, setTouched] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const t = useMemo(() => browserTranslator(browser), [browser]);
  const look = useCallback(() => {
    setTouched(true);
    if (form.current) setDraft(draftOfForm(new FormData(form.current), base));
  }, [base]);
  const take = (on: string, lesson: number | null) => {
    const named = (name: string) => form.current?.elements.namedItem(name);
    const [day, at] = [named("on"), named("lesson")];
    if (day instanceof HTMLInputElement) day.value = on;
    if (at instanceof HTMLInputElement && lesson !== null) at.value = String(lesson);
    look();
    if (day instanceof HTMLInputElement) day.focus();
  };
  const field = (spec: FieldSpec) => (
    <FormField
      key={spec.name}
      id={`${id}-${spec.name}`}
      spec={spec}
      typed={
        typed(state.form, spec.name) ?? (spec.kind === "tick" && "values" in state.form ? "" : undefined)
      }
      error={fieldWords(state.form, spec.name)}
    />
  );
  const again = "values" in state.form ? state.form.values.classes : undefined;
  return (
    <form ref={form} action={send} onChange={look} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state.form} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(field)}
      {classes ? (
        <ClassBoxes
          id={`${id}-classes`}
          label={classes.label}
          hint={classes.hint}
          parallels={classes.parallels}
          error={fieldWords(state.form, "classes")}
          chosen={Array.isArray(again) ? again : classes.chosen}
        />
      ) : null}
      <div className="flex flex-wrap gap-4">{when.map(field)}</div>
      <ReviewBox
        id={id}
        t={t}
        locale={browser.locale}
        facts={facts}
        today={today}
        draft={state.review !== null && !touched ? null : draft}
        answered={state.review}
        take={take}
      />
      {more.map(field)}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
        <a href={back}>{words.cancel}</a>
      </div>
      <p className="text-small text-ink-2">{words.saveHint}</p>
    </form>
  );
}
