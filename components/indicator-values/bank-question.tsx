import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { bankPeriods, type BankQuestion as Question } from "#lib/indicators/values/bank.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";

/** What to show: a plain GET form, so every table has an address. */
export function BankQuestion(props: { words: ValueWords; unit: string; question: Question }) {
  const { unit, question } = props;
  const { t } = props.words;
  const choice = (name: "period" | "rows" | "units", options: readonly string[]) => (
    <Select
      id={`bank-${name}`}
      name={name}
      label={t(`indicatorValues.bank.${name}`)}
      options={options.map((value) => ({ value, label: t(`indicatorValues.bank.${name}Of.${value}`) }))}
      defaultValue={question[name] ?? "year"}
    />
  );
  return (
    <form method="get" action="/indicators/bank" className="grid gap-4">
      <input type="hidden" name="unit" value={unit} />
      <div className="flex flex-wrap items-end gap-4">
        <Input
          id="bank-codes"
          name="codes"
          label={t("indicatorValues.bank.indicators")}
          hint={t("indicatorValues.bank.indicatorsHint")}
          defaultValue={question.codes.join(", ")}
        />
        <Input
          id="bank-years"
          name="years"
          label={t("indicatorValues.bank.years")}
          hint={t("indicatorValues.bank.yearsHint")}
          defaultValue={question.years.join(", ")}
        />
        {choice("period", bankPeriods)}
        {choice("units", ["below", "own"])}
        {choice("rows", ["units", "indicators"])}
        <Button type="submit" kind="primary">
          {t("indicatorValues.bank.show")}
        </Button>
      </div>
    </form>
  );
}
