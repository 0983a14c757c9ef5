import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";

/** What a reader without scripts gets. */
export function markup(node: ReactNode): string {
  return renderToStaticMarkup(node);
}

/** Attributes of every element of this name, in order. */
export function elements(html: string, name: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, "gu"))].map((match) =>
    Object.fromEntries(
      [...(match[1] ?? "").matchAll(/([\w-]+)="([^"]*)"/gu)].map((pair) => [pair[1] ?? "", pair[2] ?? ""]),
    ),
  );
}

/** The markup without tags, as it is read. */
export function text(html: string): string {
  return html
    .replace(/<[^>]+>/gu, " ")
    .replace(/&nbsp;|\s+/gu, " ")
    .trim();
}

/** What must hold for every piece of a page under `style-src 'self'` without scripts. */
export function expectSound(html: string): void {
  expect(html).not.toMatch(/\sstyle="/u);
  expect(html).not.toMatch(/<script|\son\w+="/u);
  expect(html).not.toMatch(/NaN|undefined|\[object|Infinity/u);
  const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]);
  expect(ids.length).toBe(new Set(ids).size);
  const known = new Set(ids);
  for (const match of html.matchAll(/\s(?:aria-labelledby|aria-describedby|for)="([^"]+)"/gu)) {
    for (const id of (match[1] ?? "").split(" ")) expect(known, `id ${id}`).toContain(id);
  }
}
