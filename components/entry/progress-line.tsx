"use client";

import type { EntryView } from "#lib/entry/queries.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import type { Locale } from "#messages/load.ts";
import type { DeskView } from "./desk-view.ts";
import { type Phrases, say } from "./phrases.ts";

interface Props {
  view: DeskView;
  phrases: Phrases;
  locale: Locale;
  entry: EntryView;
}

/** How far the class is, its mean so far, and what the mean was a year ago. */
export function ProgressLine({ view: { progress }, phrases, locale, entry }: Props) {
  const number = (value: number) => formatNumber(value, { locale, decimals: 1 });
  const { maxScore } = entry.work;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 figures">
      <li>{say(phrases, "progress.complete", { count: progress.complete })}</li>
      {progress.partial > 0 ? <li>{say(phrases, "progress.partial", { count: progress.partial })}</li> : null}
      {progress.absent > 0 ? <li>{say(phrases, "progress.absent", { count: progress.absent })}</li> : null}
      {progress.wrong > 0 ? <li>{say(phrases, "progress.wrong", { count: progress.wrong })}</li> : null}
      <li>
        {progress.mean === null
          ? say(phrases, "progress.noMean")
          : say(phrases, "progress.mean", { mean: number(progress.mean), max: maxScore })}
      </li>
      {entry.earlier.map((one) => (
        <li key={one.kind} className="text-ink-2">
          {say(phrases, `earlier.${one.kind}`, {
            mean: number(one.mean),
            max: one.maxScore,
            year: one.year,
            label: one.label,
            count: one.scored,
          })}
        </li>
      ))}
      {entry.earlier.length === 0 ? <li className="text-ink-2">{say(phrases, "earlier.none")}</li> : null}
    </ul>
  );
}
