"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import type { ReviewState } from "#lib/assessments/review.ts";
import type { FormTarget, FormWords } from "./action-form.tsx";
import { type FieldSpec, FormField } from "./form-field.tsx";
import { ImportReview, type ReviewWords } from "./import-review.tsx";

interface Props {
  review: (state: ReviewState, form: FormData) => Promise<ReviewState>;
  apply: FormTarget;
  fields: readonly FieldSpec[];
  words: ReviewWords & {
    check: string;
    files: { label: string; hint: string; chosen: string };
    tooLarge: { title: string; text: string };
    apply: FormWords;
  };
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
  const errors = Object.entries(invalid.fields).map(([name, text]) => ({ id: `load-${name}`, text }));
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
        <FileDrop
          id="load-files"
          name="files"
          accept=".csv,.tsv,.txt,.xlsx,.xls,.ods"
          {...words.files}
          {...(invalid.fields.files ? { error: invalid.fields.files } : {})}
        />
        {fields.map((spec) => (
          <FormField
            key={spec.name}
            id={`load-${spec.name}`}
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
