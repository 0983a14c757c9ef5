"use client";

import { useActionState, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { prolongSession } from "#lib/people/actions.ts";
import { idle } from "#lib/platform/access/form-state.ts";

/** How long before the end it is said: enough to finish what was begun. */
const noticeMinutes = 15;

interface Props {
  /** ISO instant. */
  endsAt: string;
  words: { title: string; text: string; submit: string };
}

/** Says in time that the session is about to end, with a button that prolongs it (WCAG 2.2, 2.2.1). */
export function SessionEnd({ endsAt, words }: Props) {
  const [near, setNear] = useState(false);
  const [state, send, pending] = useActionState(prolongSession, idle);
  useEffect(() => {
    setNear(false);
    const left = Date.parse(endsAt) - noticeMinutes * 60_000 - performance.timeOrigin - performance.now();
    // Timers cannot be set for more than 24 days; a session never lasts so long.
    const timer = setTimeout(() => setNear(true), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [endsAt]);
  if (!near) return state.status === "done" ? <FormOutcome state={state} id="session" /> : null;
  return (
    <div className="print:hidden">
      <Notice kind="warn" t={() => ""} title={words.title} role="status">
        <p>{words.text}</p>
        <form action={send} className="grid justify-items-start gap-3">
          <FormOutcome state={state} id="session" />
          <Button type="submit" disabled={pending}>
            {words.submit}
          </Button>
        </form>
      </Notice>
    </div>
  );
}
