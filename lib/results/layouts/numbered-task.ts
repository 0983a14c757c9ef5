import { plain } from "#lib/platform/text/plain.ts";
import type { ReadTask } from "./read-header.ts";

/** Headers that only number the tasks: the first group of the pattern is the place of the task in the work. No maximum is printed. */
export function numberedTask(pattern: RegExp): ReadTask {
  return (header) => {
    const place = pattern.exec(plain(header))?.[1];
    return place === undefined ? null : { code: String(Number(place)), max: null };
  };
}
