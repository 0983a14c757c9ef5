"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormOutcome } from "#components/ui/form-outcome.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { adoptFlagRuleAction } from "#lib/flags/actions.ts";
import type { RuleVersion } from "#lib/flags/rule-versions.ts";
import { fieldWords, idle, typed } from "#lib/platform/access/form-state.ts";

type WordName =
  | "legend"
  | "threshold"
  | "minimum"
  | "combine"
  | "or"
  | "and"
  | "reason"
  | "reasonHint"
  | "save"
  | "saving";

/** Adopting a new version of the rule; posts without a script as well. */
export function RuleForm({
  regionId,
  version,
  words,
}: {
  regionId: number;
  version: RuleVersion;
  words: Record<WordName, string>;
}) {
  const [state, send, pending] = useActionState(adoptFlagRuleAction, idle);
  const { parameters } = version.rule;
  const id = `rule-${regionId}`;
  const field = (name: string) => ({ id: `${id}-${name}`, name, error: fieldWords(state, name) });
  const combine = typed(state, "combine") ?? parameters.combine;
  return (
    <form action={send} className="grid max-w-measure gap-6" noValidate>
      <FormOutcome state={state} id={id} />
      <h2>{words.legend}</h2>
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="basedOn" value={version.rule.version} />
      <Input
        {...field("thresholdPercent")}
        label={words.threshold}
        inputMode="numeric"
        width="short"
        defaultValue={typed(state, "thresholdPercent") ?? String(parameters.thresholdPercent)}
      />
      <Input
        {...field("minimumParticipants")}
        label={words.minimum}
        inputMode="numeric"
        width="short"
        defaultValue={typed(state, "minimumParticipants") ?? String(parameters.minimumParticipants)}
      />
      <Select
        key={combine}
        {...field("combine")}
        label={words.combine}
        defaultValue={combine}
        options={[
          { value: "OR", label: words.or },
          { value: "AND", label: words.and },
        ]}
      />
      <Textarea
        {...field("reason")}
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        defaultValue={typed(state, "reason") ?? ""}
      />
      <div>
        <Button type="submit" kind="primary" aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  );
}
