"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { signIn } from "#lib/people/actions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { PasswordInput } from "./password-input.tsx";

interface Props {
  /** Where to go after it; checked again when it is sent. */
  to: string;
  words: Record<"email" | "password" | "show" | "hide" | "submit", string>;
}

/** E-mail and password. Works without scripts; with them the answer comes without a new page. */
export function SignInForm({ to, words }: Props) {
  const [state, action, pending] = useActionState(signIn, idle);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <FormOutcome state={state} id="sign-in" />
      <input type="hidden" name="to" value={to} />
      <Input
        id="sign-in-email"
        name="email"
        type="email"
        label={words.email}
        error={fieldWords(state, "email")}
        defaultValue={typed(state, "email")}
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordInput
        id="sign-in-password"
        name="password"
        label={words.password}
        error={fieldWords(state, "password")}
        autoComplete="current-password"
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
