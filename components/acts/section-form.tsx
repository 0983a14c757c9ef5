"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { editSectionAction } from "#lib/acts/actions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

interface Props {
  actId: number;
  revision: number;
  section: string;
  name: string;
  included: boolean;
  text: string;
  words: Record<"included" | "text" | "hint" | "save" | "saving", string>;
}

/** Own words of one section, and whether the act has it. */
export function SectionForm({ actId, revision, section, name, included, text, words }: Props) {
  const [state, send, pending] = useActionState(editSectionAction, idle);
  const id = `section-${section}`;
  return (
    <form action={send} className="grid max-w-measure gap-4" noValidate>
      <FormOutcome state={state} id={id} />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="key" value={section} />
      <ChoiceGroup
        id={`${id}-included`}
        name="included"
        label={name}
        choices={[{ value: "yes", label: words.included }]}
        chosen={included ? ["yes"] : []}
      />
      <Textarea
        id={`${id}-text`}
        name="text"
        label={words.text}
        hint={words.hint}
        error={fieldWords(state, "text")}
        defaultValue={typed(state, "text") ?? text}
        rows={8}
      />
      <div>
        <Button type="submit" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
