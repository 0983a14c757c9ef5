"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { acceptInvitation } from "#lib/people/actions.ts";
import { idle } from "#lib/platform/access/form-state.ts";
import { NewPasswordFields, type NewPasswordWords } from "./new-password-fields.tsx";

interface Props {
  token: string;
  email: string;
  words: NewPasswordWords & { submit: string };
}

/** The first password, or a new one by a link. */
export function SetPasswordForm({ token, email, words }: Props) {
  const [state, action, pending] = useActionState(acceptInvitation, idle);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <FormOutcome state={state} id="set" />
      <input type="hidden" name="token" value={token} />
      <NewPasswordFields id="set" email={email} state={state} words={words} />
      <div>
        <Button kind="primary" type="submit" disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
