import type { FieldSpec } from "#components/assessments/form-field.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type Clause, type Edition, kinds, type Level, topics } from "#lib/regulations/schema.ts";
import type { RegulationRow } from "#lib/regulations/view.ts";

/** Fields of the card of a regulation; `levels` only when it is new. */
export function cardFields(
  t: Translate,
  card: Partial<Pick<RegulationRow, "title" | "shortTitle" | "kind" | "topic" | "public">>,
  levels: readonly Level[] = [],
): FieldSpec[] {
  return [
    { kind: "lines", name: "title", label: t("regulations.form.title"), value: card.title ?? "", rows: 2 },
    {
      kind: "text",
      name: "shortTitle",
      label: t("regulations.form.shortTitle"),
      hint: t("regulations.form.shortHint"),
      value: card.shortTitle ?? "",
    },
    ...(levels.length > 0
      ? [
          {
            kind: "select" as const,
            name: "level",
            label: t("regulations.form.level"),
            value: levels[0] ?? "",
            options: levels.map((value) => ({ value, label: t(`regulations.level.${value}`) })),
          },
        ]
      : []),
    {
      kind: "select",
      name: "kind",
      label: t("regulations.form.kind"),
      value: card.kind ?? "provision",
      options: kinds.map((value) => ({ value, label: t(`regulations.kind.${value}`) })),
    },
    {
      kind: "select",
      name: "topic",
      label: t("regulations.form.topic"),
      value: card.topic ?? "quality",
      options: topics.map((value) => ({ value, label: t(`regulations.topic.${value}`) })),
    },
    { kind: "tick", name: "public", label: t("regulations.form.public"), value: card.public ? "on" : "" },
  ];
}

/** Fields of the facts of an edition. */
export function editionFields(t: Translate, edition: Partial<Edition> = {}): FieldSpec[] {
  const day = (name: "adoptedOn" | "effectiveFrom" | "effectiveTo"): FieldSpec => ({
    kind: "date",
    name,
    label: t(`regulations.draft.${name}`),
    value: edition[name] ?? "",
    width: "short",
    ...(name === "effectiveTo" ? { note: t("regulations.draft.optional") } : {}),
  });
  return [
    {
      kind: "text",
      name: "number",
      label: t("regulations.draft.number"),
      hint: t("regulations.draft.numberHint"),
      value: edition.number ?? "",
      width: "short",
    },
    day("adoptedOn"),
    {
      kind: "text",
      name: "adoptedBy",
      label: t("regulations.draft.adoptedBy"),
      hint: t("regulations.draft.adoptedByHint"),
      value: edition.adoptedBy ?? "",
      width: "full",
    },
    day("effectiveFrom"),
    day("effectiveTo"),
    {
      kind: "lines",
      name: "note",
      label: t("regulations.draft.note"),
      note: t("regulations.draft.optional"),
      value: edition.note ?? "",
      rows: 2,
    },
  ];
}

/** Fields of one clause. */
export function clauseFields(t: Translate, clause: Partial<Clause> = {}): FieldSpec[] {
  const depths = [1, 2, 3, 4, 5, 6];
  return [
    {
      kind: "text",
      name: "number",
      label: t("regulations.draft.clauseNumber"),
      value: clause.number ?? "",
      width: "short",
    },
    {
      kind: "select",
      name: "depth",
      label: t("regulations.draft.clauseDepth"),
      value: String(clause.depth ?? 2),
      options: depths.map((depth) => ({
        value: String(depth),
        label: depth === 1 ? t("regulations.draft.depth1") : t("regulations.draft.depthN", { depth }),
      })),
    },
    {
      kind: "lines",
      name: "heading",
      label: t("regulations.draft.clauseHeading"),
      value: clause.heading ?? "",
      rows: 2,
    },
    {
      kind: "lines",
      name: "body",
      label: t("regulations.draft.clauseBody"),
      value: clause.body ?? "",
      rows: 8,
    },
  ];
}
