/** Signs in by the form of the page, as a browser without scripts does; answers the cookie header of the session. */
export async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const page = await fetch(`${url}/sign-in`).then((answer) => answer.text());
  const form = new FormData();
  for (const [name, value] of hiddenFields(page)) form.set(name, value);
  form.set("email", email);
  form.set("password", password);
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    body: form,
    headers: { Origin: url },
    redirect: "manual",
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const session = cookies.filter((cookie) => /session=./.test(cookie));
  if (session.length === 0) throw new Error(`The officer could not sign in (${answer.status})`);
  return session.join("; ");
}

/** Names and values of the hidden fields of a page. */
export function hiddenFields(page: string): [string, string][] {
  return [...page.matchAll(/<input type="hidden"([^>]*)>/g)].flatMap(([, attributes = ""]) => {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    const value = /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? "";
    return name === undefined ? [] : [[plainText(name), plainText(value)]];
  });
}

/** Addresses of a page's links that match, each once, in their order. */
export function linksTo(page: string, pattern: RegExp): string[] {
  const all = [...page.matchAll(/<a [^>]*\bhref="([^"]*)"/g)].map(([, href = ""]) => plainText(href));
  return [...new Set(all.filter((href) => pattern.test(href)))];
}

function plainText(html: string): string {
  const signs: Readonly<Record<string, string>> = { quot: '"', "#x27": "'", lt: "<", gt: ">", amp: "&" };
  return html.replace(/&(quot|#x27|lt|gt|amp);/g, (_, sign: string) => signs[sign] ?? "");
}
