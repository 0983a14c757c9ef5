/** Sentences that are made in the browser while a person types: patterns with `{name}` in them, by key. */
export type Phrases = Readonly<Record<string, string>>;

/** A sentence with its values filled in. */
export function say(
  phrases: Phrases,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return (phrases[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
