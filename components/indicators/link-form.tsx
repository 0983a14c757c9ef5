import { ActionForm } from "#components/assessments/action-form.tsx";
import { linkClauseAction } from "#lib/indicators/actions.ts";
import type { IndicatorWords } from "#lib/indicators/view.ts";
import { ruleKinds } from "#lib/indicators/vocabulary.ts";
import type { ClauseHit } from "#lib/regulations/view.ts";

interface Props {
  words: IndicatorWords;
  indicatorId: number;
  hits: readonly ClauseHit[];
  back: string;
}

/** Linking an indicator to one of the clauses found, or to a citation in words. */
export function LinkForm({ words, indicatorId, hits, back }: Props) {
  const { t } = words;
  const options = hits.map((hit) => ({
    value: `${hit.regulationId}:${hit.clauseKey}`,
    label: [
      hit.shortTitle || hit.title,
      hit.number ? t("indicators.page.clause", { number: hit.number }) : "",
      hit.heading ||
        hit.snippet
          .map(({ text }) => text)
          .join("")
          .slice(0, 80),
    ]
      .filter(Boolean)
      .join(", "),
  }));
  return (
    <ActionForm
      id="link"
      action={linkClauseAction}
      words={{
        save: t("indicators.linkForm.save"),
        saving: t("indicators.linkForm.saving"),
        cancel: t("indicators.form.cancel"),
      }}
      hidden={{ indicatorId: String(indicatorId) }}
      back={back}
      fields={[
        {
          ...{ kind: "select", name: "clause", width: "full" },
          label: t("indicators.linkForm.clause"),
          options: [...options, { value: "", label: t("indicators.linkForm.noClause") }],
          value: options[0]?.value ?? "",
        },
        {
          ...{ kind: "text", name: "citation", width: "full" },
          label: t("indicators.linkForm.citation"),
          hint: t("indicators.linkForm.citationHint"),
        },
        {
          ...{ kind: "select", name: "ruleKind" },
          label: t("indicators.linkForm.rule"),
          options: ruleKinds.map((value) => ({ value, label: t(`indicators.rules.${value}`) })),
          value: "local",
        },
      ]}
    />
  );
}
