"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { adoptScaleAction } from "#lib/exams/actions.ts";
import type { ExamScaleFacts } from "#lib/exams/exam-facts.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

const FIELDS = ["maxPrimary", "min3", "min4", "min5"] as const;
type WordName = (typeof FIELDS)[number] | "legend" | "source" | "save" | "saving";

/** Adopting a region's own scale of marks; posts without a script as well. */
export function ScaleForm(props: {
  examId: number;
  edition: number;
  scale: ExamScaleFacts | null;
  words: Record<WordName, string>;
}) {
  const { examId, edition, scale, words } = props;
  const [state, send, pending] = useActionState(adoptScaleAction, idle);
  const id = `scale-${examId}`;
  const field = (name: string) => ({ id: `${id}-${name}`, name, error: fieldWords(state, name) });
  return (
    <form action={send} className="grid max-w-measure gap-4" noValidate>
      <FormOutcome state={state} id={id} />
      <h3>{words.legend}</h3>
      <input type="hidden" name="examId" value={examId} />
      <input type="hidden" name="edition" value={edition} />
      {FIELDS.map((name) => (
        <Input
          key={name}
          {...field(name)}
          label={words[name]}
          inputMode="numeric"
          width="short"
          defaultValue={typed(state, name) ?? String(scale?.[name] ?? "")}
        />
      ))}
      <Input {...field("source")} label={words.source} defaultValue={typed(state, "source") ?? ""} />
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
