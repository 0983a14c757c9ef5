import { notFound } from "next/navigation";
import { type EntryKey, entryKeySchema } from "#lib/entry/schema.ts";
import { type Locale, loadMessages, type Messages } from "#messages/load.ts";

export interface EntryParams {
  params: Promise<{ workId: string; schoolId: string; classLabel: string }>;
}

/** Which class an address names, and the address itself. */
export async function readPlace({ params }: EntryParams): Promise<{ key: EntryKey; here: string }> {
  const asked = await params;
  const parsed = entryKeySchema.safeParse({ ...asked, classLabel: decoded(asked.classLabel) });
  if (!parsed.success) notFound();
  const { workId, schoolId, classLabel } = parsed.data;
  return { key: parsed.data, here: `/results/entry/${workId}/${schoolId}/${encodeURIComponent(classLabel)}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The sentences that the browser makes while a person types, by their keys below `entry.client`. */
export function clientPhrases(locale: Locale): Record<string, string> {
  const entry = loadMessages(locale).entry as Messages;
  return Object.fromEntries(flat(entry.client as Messages));
}

function flat(messages: Messages, prefix = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}
