import { type Locale, loadMessages, type Messages } from "./load.ts";
import { translator } from "./translate.ts";

/**
 * The sentence behind the key of a refusal or of a wrong field: `people.refused.emailTaken`, or without a point a key of
 * errors.json. A key that stands nowhere (a field that no form of ours sends) gets the sentence for wrong input.
 */
export function sentence(locale: Locale, key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const full = key.includes(".") ? key : `errors.${key}`;
  const known = isText(loadMessages(locale), full.split(".")) ? full : "errors.invalid";
  const [namespace = "", ...rest] = known.split(".");
  return translator(locale, namespace)(rest.join("."), params);
}

function isText(messages: Messages, path: readonly string[]): boolean {
  let found: string | Messages | undefined = messages;
  for (const name of path) found = typeof found === "object" && Object.hasOwn(found, name) ? found[name] : undefined;
  return typeof found === "string";
}
