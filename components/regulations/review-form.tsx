"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { TableRegion } from "#components/ui/table.tsx";
import { type FormState, idle } from "#lib/platform/access/form-state.ts";
import type { UnkeyedClause } from "#lib/regulations/clause-keys.ts";

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  clauses: readonly UnkeyedClause[];
  words: {
    caption: string;
    clause: string;
    text: string;
    leaveOut: string;
    join: string;
    /** «Не брать строку 3», «Присоединить строку 3 …», by row */
    leaveOutOf: readonly string[];
    joinOf: readonly string[];
    without: string;
    take: string;
    taking: string;
  };
}

/** What was read from a file, row by row, with two ticks each; then the whole is taken into the draft. */
export function ReviewForm({ action, hidden, clauses, words }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send} className="grid gap-6">
      <FormOutcome state={state} id="review" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TableRegion id="read" sticky={false}>
        <caption className="table-caption" id="read-caption">
          <span>{words.caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.clause}</th>
            <th scope="col">{words.text}</th>
            <th scope="col">{words.leaveOut}</th>
            <th scope="col">{words.join}</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ number, heading, body, depth }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one reading never change places
            <tr key={index}>
              <th scope="row">
                <span className="whitespace-nowrap">
                  {number === "" ? words.without : `${" ".repeat(depth - 1)}${number}`}
                </span>
              </th>
              <td>
                {heading === "" ? null : <strong>{heading}</strong>}
                {body === "" ? null : <span className="block whitespace-pre-line">{body}</span>}
              </td>
              <td>
                <input
                  type="checkbox"
                  name="leftOut[]"
                  value={index}
                  aria-label={words.leaveOutOf[index]}
                  className="tick"
                />
              </td>
              <td>
                {index === 0 ? null : (
                  <input
                    type="checkbox"
                    name="joined[]"
                    value={index}
                    aria-label={words.joinOf[index]}
                    className="tick"
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableRegion>
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.taking : words.take}
        </Button>
      </div>
    </form>
  );
}
