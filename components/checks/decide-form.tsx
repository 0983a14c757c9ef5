"use client";

import { useActionState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { adoptDraftAction, dropDraftAction, switchOffAction } from "#lib/checks/actions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

const actions = { adopt: adoptDraftAction, switchOff: switchOffAction };

interface Props {
  decision: keyof typeof actions;
  /** Which rule, and of which state the decision is made. */
  hidden: Record<string, string | number>;
  today: string;
  kind: ButtonKind;
  words: Record<"effectiveOn" | "reason" | "reasonHint" | "button" | "sending", string>;
}

/** Adopting a rule or switching it off: from which day, and why. */
export function DecideForm({ decision, hidden, today, kind, words }: Props) {
  const [state, send, pending] = useActionState(actions[decision], idle);
  const id = `rule-${decision}`;
  const field = (name: string) => ({ id: `${id}-${name}`, name, error: fieldWords(state, name) });
  return (
    <form action={send} className="grid max-w-measure gap-6 print:hidden" noValidate>
      <FormOutcome state={state} id={id} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Input
        {...field("effectiveOn")}
        type="date"
        min={today}
        label={words.effectiveOn}
        width="short"
        defaultValue={typed(state, "effectiveOn") ?? today}
      />
      <Textarea
        {...field("reason")}
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        defaultValue={typed(state, "reason") ?? ""}
      />
      <div>
        <Button type="submit" kind={kind} aria-disabled={pending}>
          {pending ? words.sending : words.button}
        </Button>
      </div>
    </form>
  );
}

/** Throws a draft away. */
export function DropForm({ code, label }: { code: string; label: string }) {
  const [state, send, pending] = useActionState(dropDraftAction, idle);
  return (
    <form action={send} className="grid gap-2 print:hidden">
      <FormOutcome state={state} id="drop" />
      <input type="hidden" name="code" value={code} />
      <div>
        <Button type="submit" kind="danger" aria-disabled={pending}>
          {label}
        </Button>
      </div>
    </form>
  );
}
