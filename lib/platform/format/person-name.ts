import { NO_BREAK } from "./number.ts";

/**
 * A name as lists and headers show it: the surname in full, the rest by initials.
 *
 * @example shortName("Орлова Наталья Викторовна") // "Орлова Н. В."
 */
export function shortName(name: string): string {
  const [surname = "", ...others] = name.trim().split(/\s+/);
  const initials = others
    .filter((part) => /^\p{L}/u.test(part))
    .map((part) => `${[...part][0]?.toUpperCase()}.`);
  return [surname, ...initials].join(NO_BREAK);
}
