import { Button } from "#components/ui/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { joints } from "#lib/indicators/formula/builder.ts";
import { facts } from "#lib/indicators/formula/facts.ts";
import { type FieldProblem, type FormulaTexts, formulaFields } from "#lib/indicators/formula/formula.ts";
import { isUnit, unitCodes, units } from "#lib/indicators/units.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";
import { aggregations } from "#lib/indicators/vocabulary.ts";
import { schoolYear as yearText } from "#lib/platform/format/day.ts";
import { problemText } from "./formula-problems.tsx";

/** The texts of a formula and the picker that writes them. A plain GET form: the formula stands in the address, and no script is needed. */
export function FormulaFields(props: {
  words: ValueWords;
  texts: FormulaTexts;
  problems: readonly FieldProblem[];
  schools: readonly { id: number; name: string }[];
  school: number | null;
  year: number;
  years: readonly number[];
}) {
  const { texts, problems, schools, school, year, years } = props;
  const { t } = props.words;
  const error = (field: string) => {
    const first = problems.find((problem) => problem.field === field);
    return first && problemText(t, first);
  };
  const measured = unitCodes.filter((unit) => isUnit(unit) && units[unit].measured);
  return (
    <form method="get" action="/indicators/formula" className="grid gap-4">
      <input type="hidden" name="code" value={texts.code} />
      {formulaFields.map((field) => (
        <Textarea
          key={field}
          id={`formula-${field}`}
          name={field}
          label={t(`formulas.editor.${field}`)}
          note={field === "numerator" ? undefined : t("formulas.editor.optional")}
          hint={field === "condition" ? t("formulas.editor.conditionHint") : undefined}
          error={error(field)}
          rows={2}
          spellCheck={false}
          defaultValue={texts[field] ?? ""}
        />
      ))}
      <div className="flex flex-wrap gap-4">
        <Select
          id="formula-unit"
          name="unit"
          label={t("formulas.editor.unit")}
          options={measured.map((unit) => ({ value: unit, label: t(`indicatorValues.units.${unit}`) }))}
          defaultValue={texts.unit}
        />
        <Select
          id="formula-aggregation"
          name="aggregation"
          label={t("formulas.editor.aggregation")}
          options={aggregations.map((one) => ({
            value: one,
            label: t(`formulas.editor.aggregations.${one}`),
          }))}
          defaultValue={texts.aggregation}
        />
        <Select
          id="formula-school"
          name="school"
          label={t("formulas.editor.school")}
          options={schools.map(({ id, name }) => ({ value: String(id), label: name }))}
          defaultValue={school === null ? undefined : String(school)}
        />
        <Select
          id="formula-year"
          name="year"
          label={t("formulas.editor.year")}
          width="short"
          options={years.map((one) => ({ value: String(one), label: yearText(one) }))}
          defaultValue={String(year)}
        />
      </div>
      <Fold summary={t("formulas.editor.add")} open>
        <div className="flex flex-wrap items-end gap-4">
          <Select
            id="formula-add"
            name="add"
            label={t("formulas.editor.fact")}
            options={factOptions(props.words)}
          />
          <Select
            id="formula-how"
            name="how"
            label={t("formulas.editor.how")}
            width="short"
            options={Object.keys(joints).map((joint) => ({
              value: joint,
              label: t(`formulas.editor.operators.${joint}`),
            }))}
          />
          <Select
            id="formula-to"
            name="to"
            label={t("formulas.editor.where")}
            width="short"
            options={formulaFields.map((field) => ({ value: field, label: t(`formulas.editor.${field}`) }))}
          />
          <Input
            id="formula-subject"
            name="subject"
            label={t("formulas.editor.subject")}
            width="tiny"
            maxLength={4}
          />
          <Input
            id="formula-grade"
            name="grade"
            label={t("formulas.editor.grade")}
            width="tiny"
            inputMode="numeric"
            maxLength={2}
          />
        </div>
      </Fold>
      <div>
        <Button type="submit" kind="primary">
          {t("formulas.editor.check")}
        </Button>
      </div>
    </form>
  );
}

function factOptions({ t }: ValueWords) {
  return [
    { value: "", label: "—" },
    ...facts.map(({ code, group, source, unit }) => ({
      value: code,
      label: `${t(`formulas.groups.${group ?? source}`)}: ${t(`formulas.facts.${code}`)}, ${t(`formulas.units.${unit ?? "yesNo"}`)}`,
    })),
  ];
}
