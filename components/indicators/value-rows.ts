import type { FigureText } from "#components/ui/figure-cell.tsx";
import type { PeriodValue } from "#lib/indicators/history-queries.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { sameOwner } from "#lib/indicators/owner.ts";
import { levelOf, thresholdInForce } from "#lib/indicators/rules.ts";
import { valueHref } from "#lib/indicators/values/addresses.ts";
import { periodOfDays } from "#lib/indicators/values/period.ts";
import { numberText, partText } from "#lib/indicators/values/words.ts";
import { borderText, type IndicatorWords, periodText } from "#lib/indicators/view.ts";
import type { ValueRow } from "./value-slot.tsx";

/** Values of the reader's unit as rows of the slot: with the level by the borders of that time and the target of that period. */
export function valueRows(
  words: IndicatorWords & { timeZone: string },
  indicator: IndicatorPage,
  values: readonly PeriodValue[],
): ValueRow[] {
  const { shown, thresholds, targets } = indicator;
  return values.map((one): ValueRow => {
    const borders = shown.direction === "none" ? null : thresholdInForce(thresholds, one.periodEnd);
    const target = targets.find(
      (t) =>
        t.periodStart === one.periodStart && t.periodEnd === one.periodEnd && sameOwner(t.unit, one.unit),
    );
    const at = periodOfDays(one.periodStart, one.periodEnd);
    const base = partText(words, { ...one, reason: "", missing: [], schools: 1, schoolsDue: 1 });
    return {
      key: one.periodStart,
      period: periodText(words, one.periodStart, one.periodEnd),
      figure: figureOf(words, indicator, one),
      ...(base === null || one.value === null ? {} : { base }),
      ...(borders && one.value !== null
        ? { level: words.t(`indicators.levels.${levelOf(one.value, borders)}`) }
        : {}),
      ...(target ? { target: borderText(words, target.target, Math.max(1, shown.decimals)) } : {}),
      href: valueHref(indicator.id, one.unit, at.schoolYear, at.part),
    };
  });
}

function figureOf(
  words: IndicatorWords & { timeZone: string },
  { shown }: IndicatorPage,
  one: PeriodValue,
): FigureText {
  if (one.state === "notApplicable") return { kind: "notApplicable" };
  return one.value === null
    ? { kind: "absent" }
    : { kind: "value", text: numberText(words, one.value, shown) };
}
