import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const locales = ["ru", "uk"] as const;
export type Locale = (typeof locales)[number];

/** The cookie in which a person's choice of language stands. */
export const localeCookie = "portal-locale";

/** Nested texts of one locale: namespace → key → text. */
export interface Messages {
  [key: string]: string | Messages;
}

const loaded = new Map<Locale, Messages>();

/** All texts of a locale, one namespace a file; read once. Works in Next, on the command line and in tests alike. */
export function loadMessages(locale: Locale): Messages {
  const known = loaded.get(locale);
  if (known) return known;
  const folder = path.join(process.cwd(), "messages", locale);
  const messages: Messages = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")))
    messages[file.slice(0, -".json".length)] = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  loaded.set(locale, messages);
  return messages;
}

/** The locale that a text names, Russian when it names none of ours. */
export function toLocale(text: string | null | undefined): Locale {
  return text === "uk" ? "uk" : "ru";
}
