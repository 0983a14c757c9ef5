"use client";

import { type FormEvent, useActionState, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { compareAction, handOverAction } from "#lib/entry/actions.ts";
import type { EntryView } from "#lib/entry/queries.ts";
import { idle } from "#lib/platform/access/form-state.ts";
import type { EntryDesk } from "./desk.ts";
import type { DeskView } from "./desk-view.ts";
import { KeyFields } from "./key-fields.tsx";
import { type Phrases, say } from "./phrases.ts";

interface Props {
  desk: EntryDesk;
  view: DeskView;
  entry: EntryView;
  phrases: Phrases;
}

/** The last step: to the results, or (in a second typing) to the comparison. Nothing goes on before the server has every cell. */
export function HandOver({ desk, view, entry, phrases }: Props) {
  const isSecond = entry.pass === 2;
  const [state, submit, pending] = useActionState(isSecond ? compareAction : handOverAction, idle);
  const [waiting, setWaiting] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const { wrong, blanks } = view.progress;
  const asksConsent = !isSecond && blanks + view.idle > 0;

  async function send(event: FormEvent) {
    if (!isSecond && wrong > 0) {
      event.preventDefault();
      setWaiting(say(phrases, "hand.wrong", { count: wrong }));
      const first = view.problems[0];
      if (first) desk.goto(first.at);
    } else if (view.unsent > 0 || view.conflicts.length > 0) {
      event.preventDefault();
      setWaiting(say(phrases, "hand.waiting"));
      if (await desk.flush()) form.current?.requestSubmit();
      else setWaiting(say(phrases, "hand.notSaved"));
    } else setWaiting("");
  }

  return (
    <form ref={form} action={submit} onSubmit={send} className="grid max-w-measure gap-3">
      <FormOutcome state={state} id="hand-over" />
      <KeyFields of={entry.key} />
      {asksConsent ? (
        <label className="choice">
          <input type="checkbox" name="incomplete" value="yes" />
          <span>{say(phrases, "hand.incomplete", { blanks, idle: view.idle })}</span>
        </label>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {say(phrases, pending ? "hand.sending" : isSecond ? "hand.compare" : "hand.send")}
        </Button>
        <p role="status">{waiting}</p>
      </div>
      <p className="text-small text-ink-2">{say(phrases, isSecond ? "hand.compareNote" : "hand.note")}</p>
    </form>
  );
}
