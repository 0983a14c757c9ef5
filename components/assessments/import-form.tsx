"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import type { EntryAction, EntryWords } from "#components/schools/entry.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import type { ReviewState } from "#lib/assessments/review.ts";
import { type FieldSpec, FormField } from "./form-field.tsx";
import { ImportReview, type ReviewWords } from "./import-review.tsx";

interface Props {
  review: (state: ReviewState, form: FormData) => Promise<ReviewState>;
  apply: EntryAction;
  fields: readonly FieldSpec[];
  words: ReviewWords & { check: string; tooLarge: { title: string; text: string }; apply: EntryWords };
}

/** What an action's body may hold; larger sets go by the command line. */
const MOST_BYTES = 1_000_000;

/** Files → what would change → apply. Nothing is kept between the steps: the review itself carries the works that it showed. */
export function ImportForm({ review, apply, fields, words }: Props) {
  const [state, send, pending] = useActionState(review, { status: "idle" });
  const [tooLarge, setTooLarge] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== "idle") top.current?.focus();
  }, [state]);
  const invalid = tooLarge
    ? { title: words.tooLarge.title, fields: { files: words.tooLarge.text } }
    : state.status === "invalid"
      ? state.words
      : { title: "", fields: {} as Record<string, string> };
  const errors = Object.entries(invalid.fields).map(([id, text]) => ({ id, text }));
  function weigh(event: React.SubmitEvent<HTMLFormElement> | React.FormEvent<HTMLFormElement>) {
    const chosen = new FormData(event.currentTarget).getAll("files");
    const bytes = chosen.reduce((sum, file) => sum + (file instanceof File ? file.size : 0), 0);
    setTooLarge(bytes > MOST_BYTES);
    if (bytes > MOST_BYTES) event.preventDefault();
  }
  return (
    <>
      <form action={send} onSubmit={weigh} className="grid max-w-measure gap-6" noValidate>
        <ErrorSummary t={() => invalid.title} errors={errors} />
        {fields.map((spec) => (
          <FormField
            key={spec.name}
            spec={spec}
            typed={spec.name === "year" && state.status === "reviewed" ? state.year : undefined}
            error={invalid.fields[spec.name]}
          />
        ))}
        <div>
          <Button
            type="submit"
            kind={state.status === "reviewed" ? "secondary" : "primary"}
            aria-disabled={pending}
          >
            {words.check}
          </Button>
        </div>
      </form>
      <div ref={top} tabIndex={-1} className="grid gap-4 empty:hidden">
        {state.status === "reviewed" && !tooLarge ? (
          <ImportReview review={state.review} words={words} apply={apply} applyWords={words.apply} />
        ) : null}
      </div>
    </>
  );
}
