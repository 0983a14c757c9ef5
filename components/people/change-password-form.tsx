"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { changePassword } from "#lib/people/actions.ts";
import { fieldWords, idle } from "#lib/platform/access/form-state.ts";
import { NewPasswordFields, type NewPasswordWords } from "./new-password-fields.tsx";
import { PasswordInput } from "./password-input.tsx";

interface Props {
  email: string;
  words: NewPasswordWords & { current: string; submit: string };
}

/** One's own password: the present one, then the new one twice. */
export function ChangePasswordForm({ email, words }: Props) {
  const [state, action, pending] = useActionState(changePassword, idle);
  return (
    <form action={action} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id="change" />
      <PasswordInput
        id="change-current"
        name="current"
        label={words.current}
        error={fieldWords(state, "current")}
        autoComplete="current-password"
        words={words}
      />
      <NewPasswordFields id="change" email={email} state={state} words={words} />
      <div>
        <Button kind="primary" type="submit" disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
