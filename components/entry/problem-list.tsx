"use client";

import type { EntryDesk } from "./desk.ts";
import type { DeskView } from "./desk-view.ts";
import { mostListed, problemId } from "./painter.ts";
import { type Phrases, say } from "./phrases.ts";

/** What is wrong in which cell, in words; fields point here for their error. Each leads to its cell. */
export function ProblemList({ desk, view, phrases }: { desk: EntryDesk; view: DeskView; phrases: Phrases }) {
  const { problems } = view;
  return (
    <div id="entry-errors" role="status">
      {problems.length === 0 ? null : (
        <div className="grid gap-1">
          <p className="font-semibold text-risk">
            {say(phrases, "problem.title", { count: problems.length })}
          </p>
          <ul className="grid gap-1">
            {problems.slice(0, mostListed).map(({ at, place, problem }) => (
              <li key={`${at}-${problem.key}`} id={problemId(at)}>
                <button
                  type="button"
                  className="button button-quiet entry-goto"
                  onClick={() => desk.goto(at)}
                >
                  {place}: {say(phrases, `problem.${problem.key}`, problem.params)}
                </button>
              </li>
            ))}
          </ul>
          {problems.length > mostListed ? (
            <p>{say(phrases, "problem.more", { count: problems.length - mostListed })}</p>
          ) : null}
        </div>
      )}
    </div>
  );
}
