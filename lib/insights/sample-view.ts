import { isInformativeGroup, sampleStatus } from "./rules.ts";
import type { Words } from "./words.ts";

/** How far figures about so many pupils may be relied on, in a sentence. */
export function sampleSentence({ t }: Words, pupils: number): string {
  const status = isInformativeGroup(pupils) ? sampleStatus(pupils) : "few";
  return t(`insights.sample.${status}`, { count: pupils });
}
