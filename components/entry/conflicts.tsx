"use client";

import { Button } from "#components/ui/button.tsx";
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

/** Cells that somebody else changed meanwhile: both values beside each other, and a person decides. */
export function Conflicts({ desk, view, phrases, locale, timeZone }: Props) {
  if (view.conflicts.length === 0) return null;
  const shown = (value: string) => (value === "" ? say(phrases, "conflict.blank") : value);
  return (
    <section className="notice notice-warn" aria-labelledby="conflicts-title">
      <div className="grid min-w-0 gap-3">
        <h2 id="conflicts-title" className="text-base font-semibold">
          {say(phrases, "conflict.title")}
        </h2>
        <ul className="grid gap-3">
          {view.conflicts.map(({ name, place, mine, theirs }) => (
            <li key={name} className="grid gap-2">
              <p>
                {say(phrases, "conflict.text", {
                  place,
                  mine: shown(mine),
                  theirs: shown(theirs.value),
                  by: theirs.by || say(phrases, "conflict.somebody"),
                  at: formatInstant(new Date(theirs.at), { locale, timeZone }),
                })}
              </p>
              <div className="flex flex-wrap gap-3">
                <Button onClick={() => desk.resolve(name, "mine")}>
                  {say(phrases, "conflict.mine", { value: shown(mine) })}
                </Button>
                <Button onClick={() => desk.resolve(name, "theirs")}>
                  {say(phrases, "conflict.theirs", { value: shown(theirs.value) })}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
