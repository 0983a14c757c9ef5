"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { addMeasureAction } from "#lib/acts/actions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

const fields = ["text", "performer", "due", "output"] as const;

interface Props {
  actId: number;
  revision: number;
  words: Record<(typeof fields)[number] | "dueHint" | "outputHint" | "optional" | "add" | "adding", string>;
}

/** One more line of the plan of measures. */
export function MeasureForm({ actId, revision, words }: Props) {
  const [state, send, pending] = useActionState(addMeasureAction, idle);
  const hints = { text: undefined, performer: undefined, due: words.dueHint, output: words.outputHint };
  return (
    <form action={send} className="grid max-w-measure gap-4" noValidate>
      <FormOutcome state={state} id="measure" />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="revision" value={revision} />
      {fields.map((name) => (
        <Input
          key={name}
          id={`measure-${name}`}
          name={name}
          label={words[name]}
          hint={hints[name]}
          note={name === "output" ? words.optional : undefined}
          error={fieldWords(state, name)}
          defaultValue={typed(state, name) ?? ""}
          width={name === "text" ? "full" : "medium"}
          autoComplete="off"
        />
      ))}
      <div>
        <Button type="submit" aria-disabled={pending}>
          {pending ? words.adding : words.add}
        </Button>
      </div>
    </form>
  );
}
