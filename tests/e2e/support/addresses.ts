import type { APIRequestContext } from "@playwright/test";
import { kindOf } from "./routes.ts";

/** A page that links lead to. */
export interface Address {
  path: string;
  /** What the server answered: a link that leads to a refusal is a defect. */
  status: number;
  /** The page of app/ that answers, and what makes this one differ from others of it. */
  kind: string;
}

/** Pages that look different from one record to the next: so many of each are looked at. */
const VARIETY: readonly (readonly [kind: RegExp, count: number])[] = [
  [/^\/results\/imports\/\[importId\]$/, 8],
  [/^\/reports\/drafts\/\[reportId\]$/, 3],
  [/^\/reports\/\[reportSlug\]/, 4],
  [/^\/insights\/school\/\[workId\]$/, 2],
];

/**
 * One address (or a few, see VARIETY) of every kind of page that links lead a person to, from the first pages on. Links are
 * followed as the server wrote them, so what only a script could show is not found.
 */
export async function addressesFrom(
  request: APIRequestContext,
  starts: readonly string[],
): Promise<Address[]> {
  const found: Address[] = [];
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const waiting: { path: string; kind: string }[] = [];
  const take = (path: string) => {
    const kind = kindOf(path);
    if (kind === null || seen.has(path)) return;
    seen.add(path);
    const count = counts.get(kind) ?? 0;
    if (count >= (VARIETY.find(([pattern]) => pattern.test(kind))?.[1] ?? 1)) return;
    counts.set(kind, count + 1);
    waiting.push({ path, kind });
  };
  for (const start of starts) take(start);
  // `waiting` grows while it is walked.
  for (const { path, kind } of waiting) {
    const { status, links } = await visit(request, path);
    found.push({ path, kind, status });
    for (const link of links) take(link);
  }
  return found;
}

/** What a page answers, and the addresses of our own that it links to. */
async function visit(request: APIRequestContext, path: string): Promise<{ status: number; links: string[] }> {
  const response = await request.get(path);
  const html = response.headers()["content-type"]?.startsWith("text/html") ? await response.text() : "";
  const links = html.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g);
  return {
    status: response.status(),
    links: [...links].map(([, href = ""]) => href.replaceAll("&amp;", "&")),
  };
}
