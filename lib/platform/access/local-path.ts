/**
 * A path on this portal that a form or address asked to go to next, or the fallback. Whatever could lead elsewhere
 * (`//host`, `/\host`, a scheme, control characters) is not followed: a sign-in page must not send people to strangers.
 */
export function localPath(asked: string | null | undefined, fallback: string): string {
  if (!asked || !/^\/(?![/\\])/.test(asked) || hasControlCharacters(asked)) return fallback;
  const base = "http://portal.invalid";
  if (!URL.canParse(asked, base)) return fallback;
  const url = new URL(asked, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback;
}

function hasControlCharacters(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\u007f" || character === "\\");
}
