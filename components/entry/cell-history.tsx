"use client";

import { Button } from "#components/ui/button.tsx";
import type { CellStep } from "#lib/entry/cell-step.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import type { Locale } from "#messages/load.ts";
import type { EntryDesk } from "./desk.ts";
import type { DeskView } from "./desk-view.ts";
import { type Phrases, say } from "./phrases.ts";

interface Props {
  desk: EntryDesk;
  view: DeskView;
  phrases: Phrases;
  locale: Locale;
  timeZone: string;
}

/** Who changed the active cell when and from what to what, in place. */
export function CellHistory({ desk, view: { history }, phrases, locale, timeZone }: Props) {
  const shown = (value: string) => (value === "" ? say(phrases, "history.blank") : value);
  const told = ({ how, at, by, before, after }: CellStep) =>
    say(phrases, `history.${how}`, {
      at: formatInstant(new Date(at), { locale, timeZone }),
      by: by || say(phrases, "history.somebody"),
      before: shown(before),
      after: shown(after),
    });
  return (
    <div className="grid gap-2">
      <div>
        <Button aria-expanded={history !== null} onClick={() => void desk.showHistory()}>
          {say(phrases, "history.open")}
        </Button>
      </div>
      <div role="status">
        {history === null ? null : (
          <section className="grid gap-2" aria-labelledby="history-title">
            <h2 id="history-title" className="text-base font-semibold">
              {say(phrases, "history.title", { place: history.place })}
            </h2>
            {typeof history.steps === "string" || history.steps.length === 0 ? (
              <p>{say(phrases, `history.${typeof history.steps === "string" ? history.steps : "none"}`)}</p>
            ) : (
              <ol className="grid list-disc gap-1 pl-6 figures" reversed>
                {history.steps.map((step) => (
                  <li key={`${step.at}-${step.before}-${step.after}`}>{told(step)}</li>
                ))}
              </ol>
            )}
            <div>
              <Button kind="quiet" onClick={() => desk.closeHistory()}>
                {say(phrases, "history.close")}
              </Button>
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
