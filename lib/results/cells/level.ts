import { headerKey } from "./header-key.ts";

/** Level of a work, when its printed name states one: «Математика (углублённый уровень)». Null when it states none. */
export function readLevel(name: string): "base" | "advanced" | null {
  const key = headerKey(name);
  if (/УГЛУБ/.test(key)) return "advanced";
  return /БАЗОВ|\(БАЗ/.test(key) ? "base" : null;
}
