"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { placePerson } from "#lib/people/actions.ts";
import type { UnitOptions } from "#lib/people/queries.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { PlacementFields, type PlacementWords } from "./placement-fields.tsx";

interface Props {
  person: { id: number; version: number; role: string; unit: string };
  units: UnitOptions;
  words: { placement: PlacementWords; submit: string };
}

/** Another role or place for a person. The version says on which state the change was made. */
export function PlaceForm({ person, units, words }: Props) {
  const [state, action, pending] = useActionState(placePerson, idle);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <FormOutcome state={state} id="place" />
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="version" value={person.version} />
      <PlacementFields
        id="place"
        units={units}
        words={words.placement}
        values={{ role: typed(state, "role") ?? person.role, unit: typed(state, "unit") ?? person.unit }}
        errors={{ role: fieldWords(state, "role"), unit: fieldWords(state, "unit") }}
      />
      <div>
        <Button type="submit" disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
