/**
 * How long a copy may be shown without asking again. `minute`: lists and explanations. `checked`: reports, so that a
 * withdrawn one is gone at once everywhere: copies are kept, but each showing asks whether they still hold.
 */
export type Freshness = "minute" | "checked";

export const cacheControl: Readonly<Record<Freshness, string>> = {
  minute: "public, max-age=60, stale-while-revalidate=600",
  checked: "public, no-cache",
};
