"use client";

import { useActionState } from "react";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { invitePerson } from "#lib/people/actions.ts";
import type { UnitOptions } from "#lib/people/queries.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { type LinkWords, OneTimeLink } from "./one-time-link.tsx";
import { PlacementFields, type PlacementWords } from "./placement-fields.tsx";

interface Props {
  units: UnitOptions;
  words: Record<"email" | "name" | "submit" | "openPerson", string> & {
    placement: PlacementWords;
    link: LinkWords;
  };
}

/** Who, in which role, and where. After it the link is shown once, in place of the form. */
export function InviteForm({ units, words }: Props) {
  const [state, action, pending] = useActionState(invitePerson, idle);
  if (state.status === "done")
    return (
      <div className="grid gap-6">
        <FormOutcome state={state} id="invite" />
        <OneTimeLink link={String(state.params?.link)} words={words.link} />
        <div>
          <LinkButton href={`/people/${state.params?.personId}`}>{words.openPerson}</LinkButton>
        </div>
      </div>
    );
  return (
    <form action={action} className="grid gap-5" noValidate>
      <FormOutcome state={state} id="invite" />
      <Input
        id="invite-name"
        name="name"
        label={words.name}
        error={fieldWords(state, "name")}
        defaultValue={typed(state, "name")}
        autoComplete="off"
        required
      />
      <Input
        id="invite-email"
        name="email"
        type="email"
        label={words.email}
        error={fieldWords(state, "email")}
        defaultValue={typed(state, "email")}
        autoComplete="off"
        required
      />
      <PlacementFields
        id="invite"
        units={units}
        words={words.placement}
        values={{ role: typed(state, "role") ?? "deputy", unit: typed(state, "unit") ?? "" }}
        errors={{ role: fieldWords(state, "role"), unit: fieldWords(state, "unit") }}
      />
      <div>
        <Button kind="primary" type="submit" disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
