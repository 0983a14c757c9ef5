"use client";

import { type ReactNode, type SubmitEvent, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";

interface Props {
  words: { field: string; hint: string; chosen: string; send: string; sending: string };
  error?: string;
  /** Further fields of the same form. */
  children: ReactNode;
}

/** One large field for files. The form is a plain one; a script only says that it is under way and keeps it from being sent twice. */
export function UploadForm({ words, error, children }: Props) {
  const [sending, setSending] = useState(false);
  useEffect(() => {
    // Whoever comes back by the browser's own button finds the form as it was left.
    const returned = (event: PageTransitionEvent) => event.persisted && setSending(false);
    window.addEventListener("pageshow", returned);
    return () => window.removeEventListener("pageshow", returned);
  }, []);
  function send(event: SubmitEvent<HTMLFormElement>) {
    if (sending) event.preventDefault();
    setSending(true);
  }
  return (
    <form
      action="/api/uploads"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="grid gap-6"
    >
      <FileDrop
        id="files"
        name="files"
        accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt"
        label={words.field}
        hint={words.hint}
        chosen={words.chosen}
        {...(error ? { error } : {})}
      />
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" aria-disabled={sending}>
          {words.send}
        </Button>
        <p role="status">{sending ? words.sending : null}</p>
      </div>
    </form>
  );
}
