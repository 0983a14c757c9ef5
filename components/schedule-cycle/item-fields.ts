import type { FieldSpec } from "#components/submissions/form-fields.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Day } from "#lib/platform/clock.ts";
import type { CycleItemView } from "#lib/schedule/cycle/item-view.ts";
import { statuses } from "#lib/schedule/cycle/rules.ts";
import { addressees, performers } from "#lib/schedule/cycle/template.ts";
import { itemWords } from "#lib/schedule/cycle/words.ts";

interface Person {
  readonly id: number;
  readonly name: string;
}

/** Fields of a line's content, filled from a line or empty for a new one. */
export function contentFields(
  t: Translate,
  people: readonly Person[],
  item: CycleItemView | null,
  clauses: readonly { value: string; label: string }[],
): FieldSpec[] {
  const word = (key: string) => t(`cycle.edit.${key}`);
  const words = item ? itemWords(t, item) : { title: "", output: "", basis: "" };
  return [
    { name: "title", kind: "long", label: word("itemTitle"), value: words.title },
    { name: "output", kind: "long", label: word("output"), value: words.output },
    { name: "dueOn", kind: "day", label: word("dueOn"), value: item?.dueOn ?? "" },
    {
      name: "performer",
      kind: "select",
      label: word("performer"),
      value: item?.performer ?? "deputy",
      options: performers.map((one) => ({ value: one, label: t(`cycle.performer.${one}`) })),
    },
    {
      name: "performerId",
      kind: "select",
      label: word("performerId"),
      hint: word("performerIdHint"),
      value: item?.performerId === null || item === null ? "" : String(item.performerId),
      options: [
        { value: "", label: word("nobody") },
        ...people.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    },
    { name: "basis", kind: "long", label: word("basis"), value: words.basis },
    {
      name: "clause",
      kind: "select",
      label: word("clause"),
      hint: word("clauseHint"),
      value: item?.clause ? `${item.clause.regulationId}:${item.clause.clauseKey}` : "",
      options: [{ value: "", label: word("noClause") }, ...clauses],
    },
  ];
}

/** Choices of addressees; drawn apart, because boxes keep what was ticked before. */
export function addresseeChoices(t: Translate) {
  return addressees.map((one) => ({ value: one, label: t(`cycle.addressee.${one}`) }));
}

/** Fields of what became of a line; leaving it out is offered to the plan's keepers only. */
export function reportFields(t: Translate, item: CycleItemView, today: Day, mayDrop: boolean): FieldSpec[] {
  const word = (key: string) => t(`cycle.report.${key}`);
  const open = statuses.filter((status) => status !== "dropped" || mayDrop);
  return [
    {
      name: "status",
      kind: "radio",
      label: word("status"),
      value: item.status === "planned" ? "done" : item.status,
      options: open.map((status) => ({ value: status, label: word(status) })),
    },
    { name: "doneOn", kind: "day", label: word("doneOn"), value: item.doneOn ?? today },
    {
      name: "evidence",
      kind: "long",
      label: word("evidence"),
      hint: word("evidenceHint"),
      value: item.evidence,
    },
    { name: "document", kind: "text", label: word("document"), value: item.document },
    {
      name: "documentUrl",
      kind: "text",
      label: word("documentUrl"),
      hint: word("documentUrlHint"),
      value: item.documentUrl,
    },
    ...(mayDrop
      ? [
          {
            name: "reason",
            kind: "long",
            label: word("reason"),
            hint: word("reasonHint"),
            value: item.reason,
          } as const,
        ]
      : []),
  ];
}
