import type { FormState } from "#lib/platform/access/form-state.ts";
import { fieldWords } from "#lib/platform/access/form-state.ts";
import { PasswordInput } from "./password-input.tsx";

export type NewPasswordWords = Record<"password" | "passwordHint" | "again" | "show" | "hide", string>;

interface Props {
  /** Ids of the fields are `{id}-password` and `{id}-passwordAgain`. */
  id: string;
  email: string;
  state: FormState;
  words: NewPasswordWords;
}

/** A new password, twice. The e-mail is there for the browser's own list of passwords. */
export function NewPasswordFields({ id, email, state, words }: Props) {
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        id={`${id}-password`}
        name="password"
        label={words.password}
        hint={words.passwordHint}
        error={fieldWords(state, "password")}
        autoComplete="new-password"
        words={words}
      />
      <PasswordInput
        id={`${id}-passwordAgain`}
        name="passwordAgain"
        label={words.again}
        error={fieldWords(state, "passwordAgain")}
        autoComplete="new-password"
        words={words}
      />
    </>
  );
}
