"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";

interface Props {
  id: string;
  words: { field: string; hint: string; send: string; sending: string };
  accept: string;
  hidden: Readonly<Record<string, string>>;
  kind?: "primary" | "secondary";
}

/** One file to the portal; a plain form, whose script only keeps it from being sent twice. */
export function UploadForm({ id, words, accept, hidden, kind = "secondary" }: Props) {
  const [sending, setSending] = useState(false);
  function send(event: SubmitEvent<HTMLFormElement>) {
    if (sending) event.preventDefault();
    setSending(true);
  }
  return (
    <form
      action="/api/regulations/upload"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="grid max-w-measure gap-3"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {words.field}
        </label>
        <p className="field-hint" id={`${id}-hint`}>
          {words.hint}
        </p>
        <input id={id} name="file" type="file" accept={accept} required aria-describedby={`${id}-hint`} />
      </div>
      <div>
        <Button type="submit" kind={kind} aria-disabled={sending}>
          {sending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
