"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";

interface Props {
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  autoComplete: "current-password" | "new-password";
  words: { show: string; hide: string };
}

const never = () => () => {};

/** A password field that can be read while it is typed. Without scripts there is no button that does nothing. */
export function PasswordInput({ words, ...field }: Props) {
  const [isShown, show] = useState(false);
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <div className="grid justify-items-start gap-1">
      <div className="w-full">
        <Input
          {...field}
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      {hasScripts ? (
        <Button kind="quiet" aria-controls={field.id} aria-pressed={isShown} onClick={() => show(!isShown)}>
          {isShown ? words.hide : words.show}
        </Button>
      ) : null}
    </div>
  );
}
