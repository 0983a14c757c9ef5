"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";

export interface LinkWords {
  title: string;
  text: string;
  label: string;
  copy: string;
  copied: string;
}

/** A link that is shown now and never again: it can be selected without scripts, and copied with them. */
export function OneTimeLink({ link, words }: { link: string; words: LinkWords }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice kind="warn" title={words.title} t={() => ""}>
      <p>{words.text}</p>
      <Input
        id="one-time-link"
        label={words.label}
        value={link}
        readOnly
        width="full"
        onFocus={(event) => event.target.select()}
      />
      <div className="flex flex-wrap items-center gap-3 pt-1">
        <Button onClick={() => navigator.clipboard?.writeText(link).then(() => setCopied(true))}>
          {words.copy}
        </Button>
        <span role="status">{isCopied ? words.copied : ""}</span>
      </div>
    </Notice>
  );
}
