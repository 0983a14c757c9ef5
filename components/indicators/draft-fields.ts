import type { FieldSpec } from "#components/assessments/form-field.tsx";
import type { Choice } from "#components/ui/choice-group.tsx";
import type { IndicatorVersionView } from "#lib/indicators/shapes.ts";
import { unitCodes } from "#lib/indicators/units.ts";
import type { IndicatorWords } from "#lib/indicators/view.ts";
import {
  addressees,
  aggregations,
  directions,
  instruments,
  objects,
  performers,
  periods,
  sources,
} from "#lib/indicators/vocabulary.ts";

/** A part of the form under one legend. */
export interface FieldGroup {
  key: string;
  legend: string;
  hint?: string;
  fields: FieldSpec[];
}

export interface DraftFields {
  groups: FieldGroup[];
  addressees: { label: string; choices: Choice[]; chosen: string[]; own: FieldSpec };
  last: FieldSpec[];
}

const vocabularies = { source: sources, instrument: instruments, performer: performers } as const;

/** The fields of a draft, filled with the version that it goes on from, or with what of it is known; empty for a new indicator. */
export function draftFields(
  words: IndicatorWords,
  from: Partial<IndicatorVersionView> | null,
  effectiveFrom: string,
  withCode: boolean,
): DraftFields {
  const { t } = words;
  const label = (name: string) => t(`indicators.form.${name}`);
  const options = (list: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: t(`indicators.${list}.${value}`) }));
  const choice = (
    name: "object" | "unit" | "direction" | "period" | "aggregation",
    list: string,
    codes: readonly string[],
    usual: string,
  ): FieldSpec => ({
    ...{ kind: "select", name, label: label(name), width: "full" },
    options: options(list, codes),
    value: from?.[name] ?? usual,
  });
  const collected = (["source", "instrument", "performer"] as const).flatMap((name): FieldSpec[] => {
    const value = from?.[name] ?? "";
    const known = (vocabularies[name] as readonly string[]).includes(value);
    return [
      {
        ...{ kind: "select", name, label: label(name), width: "full" },
        options: [{ value: "", label: label("none") }, ...options(`${name}s`, vocabularies[name])],
        value: known ? value : "",
      },
      {
        kind: "text",
        name: `${name}Own`,
        label: `${label(name)}: ${label("own").toLowerCase()}`,
        value: known ? "" : value,
        width: "full",
      },
    ];
  });
  const told = from?.addressees ?? [];
  const knownTold = (addressees as readonly string[]).filter((one) => told.includes(one));
  return {
    groups: [
      {
        key: "what",
        legend: t("indicators.page.definition"),
        fields: [
          ...(withCode
            ? [
                {
                  kind: "text" as const,
                  name: "code",
                  label: label("code"),
                  hint: label("codeHint"),
                  width: "short" as const,
                },
              ]
            : []),
          { kind: "text", name: "name", label: label("name"), value: from?.name ?? "", width: "full" },
          { kind: "text", name: "nameUk", label: label("nameUk"), value: from?.nameUk ?? "", width: "full" },
          {
            kind: "lines",
            name: "definition",
            label: label("definition"),
            hint: label("definitionHint"),
            value: from?.definition ?? "",
            rows: 3,
          },
          {
            kind: "lines",
            name: "definitionUk",
            label: label("definitionUk"),
            hint: label("definitionUkHint"),
            value: from?.definitionUk ?? "",
            rows: 3,
          },
          choice("object", "objects", objects, "result"),
          choice("unit", "units", unitCodes, "percent"),
          {
            kind: "number",
            name: "decimals",
            label: label("decimals"),
            value: String(from?.decimals ?? 1),
            width: "tiny",
          },
          choice("direction", "directions", directions, "up"),
        ],
      },
      {
        key: "formula",
        legend: label("formula"),
        hint: label("formulaHint"),
        fields: [
          {
            kind: "lines",
            name: "numerator",
            label: label("numerator"),
            value: from?.numerator ?? "",
            rows: 2,
          },
          {
            kind: "lines",
            name: "denominator",
            label: label("denominator"),
            hint: label("denominatorHint"),
            value: from?.denominator ?? "",
            rows: 2,
          },
          {
            kind: "lines",
            name: "condition",
            label: label("condition"),
            value: from?.condition ?? "",
            rows: 2,
          },
          choice("aggregation", "aggregations", aggregations, "weighted"),
        ],
      },
      {
        key: "collect",
        legend: label("collect"),
        fields: [
          choice("period", "periods", periods, "year"),
          {
            kind: "number",
            name: "dueDays",
            label: label("dueDays"),
            value: String(from?.dueDays ?? 14),
            width: "tiny",
          },
          ...collected,
        ],
      },
    ],
    addressees: {
      label: label("addressees"),
      choices: options("addressees", addressees),
      chosen: knownTold,
      own: {
        kind: "text",
        name: "addresseesOwn",
        label: label("addresseesOwn"),
        value: told.filter((one) => !(addressees as readonly string[]).includes(one)).join(", "),
        width: "full",
      },
    },
    last: [
      {
        kind: "date",
        name: "effectiveFrom",
        label: label("effectiveFrom"),
        hint: label("effectiveFromHint"),
        value: effectiveFrom,
        width: "short",
      },
      { kind: "lines", name: "note", label: label("note"), value: from?.note ?? "", rows: 2 },
    ],
  };
}
