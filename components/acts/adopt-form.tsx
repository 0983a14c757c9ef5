"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { adoptActAction } from "#lib/acts/actions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

interface Props {
  actId: number;
  revision: number;
  today: string;
  words: Record<"orderNumber" | "adoptedOn" | "effectiveFrom" | "submit" | "sending", string>;
}

/** By which order and from which day the act is in force. */
export function AdoptForm({ actId, revision, today, words }: Props) {
  const [state, send, pending] = useActionState(adoptActAction, idle);
  return (
    <form action={send} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id="adopt" />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="revision" value={revision} />
      <Input
        id="adopt-orderNumber"
        name="orderNumber"
        label={words.orderNumber}
        error={fieldWords(state, "orderNumber")}
        defaultValue={typed(state, "orderNumber") ?? ""}
        width="short"
        autoComplete="off"
      />
      {(["adoptedOn", "effectiveFrom"] as const).map((name) => (
        <Input
          key={name}
          id={`adopt-${name}`}
          name={name}
          type="date"
          label={words[name]}
          error={fieldWords(state, name)}
          defaultValue={typed(state, name) ?? today}
          width="short"
        />
      ))}
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  );
}
