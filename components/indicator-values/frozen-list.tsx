import type { Frozen } from "#lib/indicators/values/bank-queries.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";
import { formatInstant } from "#lib/platform/format/day.ts";

/** Frozen tables, each by its address that stays. */
export function FrozenList({ words, frozen }: { words: ValueWords; frozen: readonly Frozen[] }) {
  if (frozen.length === 0) return <p>{words.t("indicatorValues.bank.frozenNone")}</p>;
  return (
    <ul className="grid gap-1">
      {frozen.map(({ slug, title, at, who }) => (
        <li key={slug}>
          <a href={`/indicators/bank/${slug}`}>{title}</a>
          {`, ${[formatInstant(at, words), who].filter(Boolean).join(", ")}`}
        </li>
      ))}
    </ul>
  );
}
