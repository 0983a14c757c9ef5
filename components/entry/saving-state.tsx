"use client";

import { Shape, type ShapeKind } from "#components/ui/status.tsx";
import { formatInstant } from "#lib/platform/format/day.ts";
import type { Locale } from "#messages/load.ts";
import type { DeskView } from "./desk-view.ts";
import { type Phrases, say } from "./phrases.ts";

interface Props {
  view: DeskView;
  phrases: Phrases;
  locale: Locale;
  timeZone: string;
  here: string;
}

type State = "conflict" | "signedOut" | "refused" | "offline" | "saving" | "saved" | "kept" | "idle";

const shapes: Record<State, ShapeKind> = {
  conflict: "warn",
  signedOut: "warn",
  refused: "risk",
  offline: "warn",
  saving: "none",
  saved: "ok",
  kept: "ok",
  idle: "none",
};

/** Where what was typed is, in a word and a sentence: with the server, under way, or still on this computer. */
export function SavingState({ view, phrases, locale, timeZone, here }: Props) {
  const state = stateOf(view);
  const at = view.savedAt === null ? "" : formatInstant(new Date(view.savedAt), { locale, timeZone });
  const words = view.line.kind === "refused" ? view.line.words : "";
  return (
    <div className="grid gap-1">
      <p role="status" className="flex items-start gap-2 font-semibold" data-saving={state}>
        <Shape kind={shapes[state]} />
        <span>
          {say(phrases, `state.${state}`, {
            count: view.unsent,
            conflicts: view.conflicts.length,
            at,
            words,
          })}
        </span>
      </p>
      {state === "signedOut" ? (
        <p>
          <a href={`/sign-in?to=${encodeURIComponent(here)}`} target="_blank" rel="noreferrer">
            {say(phrases, "state.signIn")}
          </a>
        </p>
      ) : null}
      {view.durable ? null : <p>{say(phrases, "state.notKept")}</p>}
    </div>
  );
}

function stateOf(view: DeskView): State {
  if (view.line.kind !== "free") return view.line.kind;
  if (view.conflicts.length > 0) return "conflict";
  if (view.unsent > 0) return "saving";
  if (view.savedAt !== null) return "saved";
  return view.version > 0 ? "kept" : "idle";
}
