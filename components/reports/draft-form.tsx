"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type Choice, ChoiceGroup } from "#components/ui/choice-group.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";
import { editReportAction } from "#lib/reports/actions.ts";

interface Props {
  reportId: number;
  version: number;
  title: string;
  foreword: string;
  works: readonly Choice[];
  chosen: readonly string[];
  words: Record<
    "name" | "foreword" | "forewordHint" | "optional" | "works" | "worksHint" | "noWorks" | "save" | "saving",
    string
  >;
}

/** Title, foreword and choice of works of a draft. */
export function DraftForm({ reportId, version, title, foreword, works, chosen, words }: Props) {
  const [state, send, pending] = useActionState(editReportAction, idle);
  const ticked = "values" in state ? [state.values.workIds ?? []].flat() : chosen;
  return (
    <form action={send} className="grid max-w-measure gap-5" noValidate>
      <FormOutcome state={state} id="draft" />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="version" value={version} />
      <Input
        id="draft-title"
        name="title"
        label={words.name}
        error={fieldWords(state, "title")}
        defaultValue={typed(state, "title") ?? title}
        width="full"
        autoComplete="off"
      />
      <Textarea
        id="draft-foreword"
        name="foreword"
        label={words.foreword}
        note={words.optional}
        hint={words.forewordHint}
        error={fieldWords(state, "foreword")}
        defaultValue={typed(state, "foreword") ?? foreword}
        rows={5}
      />
      {works.length > 0 ? (
        <ChoiceGroup
          key={ticked.join()}
          id="draft-workIds"
          name="workIds[]"
          label={words.works}
          hint={words.worksHint}
          error={fieldWords(state, "workIds")}
          choices={works}
          chosen={ticked}
        />
      ) : (
        <p>{words.noWorks}</p>
      )}
      <div>
        <Button type="submit" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
