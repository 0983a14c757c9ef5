import { cookies } from "next/headers";
import { z } from "zod";
import {
  DEFAULT_PREFERENCES,
  DENSITIES,
  PICTURES,
  type Preferences,
  SCHEMES,
  SIZES,
  SPACINGS,
} from "#components/ui/preferences.ts";

export const preferencesCookie = "portal-view";

/** What a form or a cookie says; anything unknown counts as not said. */
const schema = z.object({
  scheme: z.enum(SCHEMES).nullable().catch(DEFAULT_PREFERENCES.scheme),
  size: z.enum(SIZES).catch(DEFAULT_PREFERENCES.size),
  spacing: z.enum(SPACINGS).catch(DEFAULT_PREFERENCES.spacing),
  images: z.enum(PICTURES).catch(DEFAULT_PREFERENCES.images),
  density: z.enum(DENSITIES).catch(DEFAULT_PREFERENCES.density),
});

/** Settings out of the fields of the form, or of a cookie's text, which is written like a form. */
export function readPreferences(fields: URLSearchParams | FormData): Preferences {
  return schema.parse(Object.fromEntries(fields));
}

/** The text of the cookie. */
export function writePreferences(chosen: Preferences): string {
  return new URLSearchParams(
    Object.entries(chosen).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as [string, string]],
    ),
  ).toString();
}

/** How this person wants to see the portal. */
export async function chosenPreferences(): Promise<Preferences> {
  return readPreferences(new URLSearchParams((await cookies()).get(preferencesCookie)?.value ?? ""));
}
