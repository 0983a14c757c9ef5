"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { editActAction } from "#lib/acts/actions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

const fields = ["title", "approvedBy", "consideredBy"] as const;

interface Props {
  actId: number;
  revision: number;
  values: Record<(typeof fields)[number], string>;
  words: Record<(typeof fields)[number] | "save" | "saving", string>;
}

/** Title and the two corners of the first page. */
export function HeadForm({ actId, revision, values, words }: Props) {
  const [state, send, pending] = useActionState(editActAction, idle);
  return (
    <form action={send} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id="head" />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="revision" value={revision} />
      {fields.map((name) => (
        <Input
          key={name}
          id={`head-${name}`}
          name={name}
          label={words[name]}
          error={fieldWords(state, name)}
          defaultValue={typed(state, name) ?? values[name]}
          width={name === "title" ? "full" : "medium"}
          autoComplete="off"
        />
      ))}
      <div>
        <Button type="submit" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
