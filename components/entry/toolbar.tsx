"use client";

import { Button } from "#components/ui/button.tsx";
import type { EntryDesk } from "./desk.ts";
import type { DeskView } from "./desk-view.ts";
import { type Phrases, say } from "./phrases.ts";

interface Props {
  desk: EntryDesk;
  view: DeskView;
  phrases: Phrases;
  classPlace: number;
  pass: 1 | 2;
}

/** Above the grid: what a mouse may do as well, how the hand moves, and which keys there are. */
export function Toolbar({ desk, view, phrases, classPlace, pass }: Props) {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button aria-disabled={!view.canUndo} onClick={() => desk.undo()}>
          {say(phrases, "tool.undo")}
        </Button>
        <Button aria-disabled={!view.canRedo} onClick={() => desk.redo()}>
          {say(phrases, "tool.redo")}
        </Button>
        {pass === 1 ? (
          <>
            <Button onClick={() => desk.addRow()}>{say(phrases, "tool.addRow")}</Button>
            <Button onClick={() => desk.fillCodes(classPlace)}>{say(phrases, "tool.codes")}</Button>
          </>
        ) : null}
        <label className="inline-flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            className="entry-check"
            checked={view.autoMove}
            onChange={(event) => desk.setMoving({ autoMove: event.target.checked })}
          />
          {say(phrases, "tool.autoMove")}
        </label>
        <fieldset className="flex flex-wrap items-center gap-x-3">
          <legend className="float-left mr-3">{say(phrases, "tool.direction")}</legend>
          {(["row", "column"] as const).map((direction) => (
            <label key={direction} className="inline-flex min-h-6 items-center gap-2">
              <input
                type="radio"
                name="direction"
                className="entry-check"
                checked={view.direction === direction}
                onChange={() => desk.setMoving({ direction })}
              />
              {say(phrases, `tool.${direction}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <p id="entry-keys" className="max-w-measure text-small text-ink-2">
        {say(phrases, "keys.short")}
      </p>
    </div>
  );
}
