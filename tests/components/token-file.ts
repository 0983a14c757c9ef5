import { readFileSync } from "node:fs";
import { SCHEMES, type Scheme } from "#components/ui/preferences.ts";

const css = readFileSync("app/globals.css", "utf8").replace(/\/\*[\s\S]*?\*\//gu, "");

/** The text between the braces that open after `head`. */
function block(text: string, head: string): string {
  const start = text.indexOf(head);
  if (start < 0) throw new Error(`app/globals.css has no ${head}`);
  let depth = 0;
  for (let at = text.indexOf("{", start); at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return text.slice(text.indexOf("{", start) + 1, at);
  }
  throw new Error(`${head} does not close`);
}

function declarations(text: string): Map<string, string> {
  const own = text.replace(/@variant[^{]*\{[^}]*\}/gu, "");
  return new Map(
    [...own.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

function layers(scheme: Scheme): Map<string, string>[] {
  const light = declarations(block(css, "\n:root {\n  color-scheme"));
  if (scheme === "light") return [light];
  if (scheme === "dark" || scheme === "contrast") {
    return [light, declarations(block(css, `@variant ${scheme}-scheme`))];
  }
  return [
    light,
    declarations(block(css, "@variant two-colour")),
    declarations(block(css, `[data-scheme="${scheme}"] {`)),
  ];
}

/** Every token of a scheme as `#rrggbb` (or what else it is), references followed. */
function resolved(scheme: Scheme): ReadonlyMap<string, string> {
  const all = new Map(layers(scheme).flatMap((layer) => [...layer]));
  const follow = (value: string): string => {
    const name = /^var\((--[\w-]+)\)$/u.exec(value)?.[1];
    return name ? follow(all.get(name) ?? value) : value;
  };
  return new Map([...all].map(([name, value]) => [name, follow(value)]));
}

export const TOKENS: Record<Scheme, ReadonlyMap<string, string>> = Object.fromEntries(
  SCHEMES.map((scheme) => [scheme, resolved(scheme)]),
) as Record<Scheme, ReadonlyMap<string, string>>;

/** A colour of a scheme; fails when the file does not have it. */
export function token(scheme: Scheme, name: string): string {
  const value = TOKENS[scheme].get(`--${name}`);
  if (!value || !/^#[0-9a-f]{6}$/u.test(value))
    throw new Error(`--${name} of ${scheme} is ${value}, not a hex colour`);
  return value;
}

/** The text of the file without comments. */
export const tokenFile = css;
