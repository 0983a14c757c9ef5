/** Colour schemes a person may choose; without a choice the device decides between light, dark and contrast. */
export const SCHEMES = ["light", "dark", "contrast", "chb", "bch", "sg"] as const;
/** Text sizes, per cent of the browser's own. */
export const SIZES = ["100", "125", "150", "200"] as const;
export const SPACINGS = ["normal", "wide"] as const;
export const PICTURES = ["on", "off"] as const;
export const DENSITIES = ["normal", "dense"] as const;

export type Scheme = (typeof SCHEMES)[number];
export type Size = (typeof SIZES)[number];

export interface Preferences {
  scheme: Scheme | null;
  size: Size;
  spacing: (typeof SPACINGS)[number];
  images: (typeof PICTURES)[number];
  density: (typeof DENSITIES)[number];
}

export const DEFAULT_PREFERENCES: Preferences = {
  scheme: null,
  size: "100",
  spacing: "normal",
  images: "on",
  density: "normal",
};

/** Attributes of `<html>` on pages that know the person when they are drawn; app/globals.css listens to them. */
export function preferenceAttributes(chosen: Preferences): Record<`data-${string}`, string> {
  return {
    ...(chosen.scheme ? { "data-scheme": chosen.scheme } : {}),
    ...(chosen.size === "100" ? {} : { "data-size": chosen.size }),
    ...(chosen.spacing === "normal" ? {} : { "data-spacing": chosen.spacing }),
    ...(chosen.images === "on" ? {} : { "data-images": chosen.images }),
    ...(chosen.density === "normal" ? {} : { "data-density": chosen.density }),
  };
}

/**
 * The same choice as a stylesheet, for publicly cached pages that link `/prefs.css`. The schemes themselves are files made
 * from app/globals.css by scripts/build-public-css.mjs, so that no colour is written twice. Empty when nothing is chosen.
 */
export function preferenceCss(chosen: Preferences): string {
  const variables = [
    chosen.size === "100" ? "" : `--text-size:${chosen.size}%;`,
    chosen.spacing === "normal"
      ? ""
      : "--leading:1.2;--letter-space:.12em;--h1-letter:.12em;--word-space:.16em;",
    chosen.images === "on" ? "" : "--pictures:none;",
    chosen.density === "normal" ? "" : "--row:32px;--control:32px;",
  ].join("");
  const scheme = chosen.scheme ? `@import url("/schemes/${chosen.scheme}.css");` : "";
  return `${scheme}${variables ? `:root:root{${variables}}` : ""}`;
}
