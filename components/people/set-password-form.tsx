"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { acceptInvitation } from "#lib/people/actions.ts";
import { fieldWords, idle } from "#lib/platform/access/form-state.ts";
import { PasswordInput } from "./password-input.tsx";

interface Props {
  token: string;
  email: string;
  words: Record<"password" | "passwordHint" | "again" | "show" | "hide" | "submit", string>;
}

/** A new password, twice. The e-mail is there for the browser's own list of passwords. */
export function SetPasswordForm({ token, email, words }: Props) {
  const [state, action, pending] = useActionState(acceptInvitation, idle);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <FormOutcome state={state} id="set" />
      <input type="hidden" name="token" value={token} />
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        id="set-password"
        name="password"
        label={words.password}
        hint={words.passwordHint}
        error={fieldWords(state, "password")}
        autoComplete="new-password"
        words={words}
      />
      <PasswordInput
        id="set-passwordAgain"
        name="passwordAgain"
        label={words.again}
        error={fieldWords(state, "passwordAgain")}
        autoComplete="new-password"
        words={words}
      />
      <div>
        <Button kind="primary" type="submit" disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
