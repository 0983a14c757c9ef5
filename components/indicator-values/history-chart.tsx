import { Trend } from "#components/charts/trend.tsx";
import type { TrendPoint, TrendValue } from "#components/charts/trend-table.tsx";
import { wholeYear } from "#lib/indicators/values/period.ts";
import type { IndicatorValuePage, YearValue } from "#lib/indicators/values/value-queries.ts";
import {
  indicatorName,
  numberText,
  periodText,
  plainText,
  type ValueWords,
} from "#lib/indicators/values/words.ts";
import { schoolYear as yearText } from "#lib/platform/format/day.ts";
import { formatInterval, formatNumber } from "#lib/platform/format/number.ts";
import { toPercent } from "#lib/statistics/interval.ts";
import { wilson } from "#lib/statistics/wilson.ts";

/** A value over the years, beside the area above; shares of people with their interval. */
export function HistoryChart({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t } = words;
  const { line } = page;
  const known = shown(page.history).filter((one) => one.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return <p>{t("indicatorValues.one.onlyOne")}</p>;
  const peers = new Map(page.peer?.history.map((one) => [keyOf(one), one.value]));
  const points = shown(page.history).map((one, index): TrendPoint => {
    const peer = peers.get(keyOf(one)) ?? null;
    return {
      ...{
        key: keyOf(one),
        label: labelOf(words, one),
        ...(one.part === wholeYear ? { at: one.schoolYear } : { at: index }),
        short: shortOf(words, one),
      },
      own: one.value === null ? "absent" : pointOf(words, line, { ...one, value: one.value }),
      ...(peer === null ? {} : { peer: { value: peer, label: numberText(words, peer, line) } }),
    };
  });
  const [from, to] = [numberText(words, first.value ?? 0, line), numberText(words, last.value ?? 0, line)];
  // What is alike as printed has not changed for the reader.
  const direction = from === to ? "same" : (last.value ?? 0) > (first.value ?? 0) ? "risen" : "fallen";
  const finding = t(`indicatorValues.one.${direction}`, { from, to });
  const peerWord = page.peer
    ? t(page.peer.kind === "municipality" ? "indicatorValues.one.peer" : "indicatorValues.one.region")
    : null;
  return (
    <Trend
      t={t}
      id="history"
      finding={finding}
      measure={t("indicatorValues.one.historyMeasure", {
        name: indicatorName(words, line),
        unit: t(`indicatorValues.units.${line.unit}`),
      })}
      summary={finding}
      own={page.unit.name}
      {...(peerWord && points.some(({ peer }) => peer) ? { peer: peerWord } : {})}
      points={points}
      axis={axisOf(words, line.unit, [...page.history, ...(page.peer?.history ?? [])])}
    />
  );
}

const keyOf = ({ schoolYear, part }: YearValue): string => `${schoolYear}${part}`;

/** Every year; of parts of years the newest from the first that has a value to the last, as many as there is room for. */
function shown(history: readonly YearValue[]): readonly YearValue[] {
  if (history.every(({ part }) => part === wholeYear)) return history;
  const has = ({ value }: YearValue) => value !== null;
  return history.slice(history.findIndex(has), history.findLastIndex(has) + 1).slice(-MOST_PARTS);
}

const MOST_PARTS = 6;

/** «2025/26», «II 2025/26», «октябрь 2025/26»: the page has said whether these are half-years or quarters. */
function labelOf(words: ValueWords, one: YearValue): string {
  const numbered = /^[hq]/.test(one.part);
  return numbered ? `${shortOf(words, one)} ${yearText(one.schoolYear)}` : periodText(words, one);
}

/** «25/26», «II», «окт»: what fits under an axis. */
function shortOf({ t }: ValueWords, { schoolYear, part }: YearValue): string {
  if (part === wholeYear) return yearText(schoolYear).slice(2);
  return (t(`indicatorValues.parts.${part}`).split(" ")[0] ?? "").slice(0, 3);
}

function pointOf(
  words: ValueWords,
  line: IndicatorValuePage["line"],
  { value, numerator, denominator }: YearValue & { value: number },
): TrendValue {
  // Of people only: places, rooms or days are counted whole and are no sample.
  const counted =
    line.unit === "peopleShare" &&
    Number.isInteger(numerator) &&
    Number.isInteger(denominator) &&
    (numerator ?? -1) >= 0 &&
    (numerator ?? 0) <= (denominator ?? 0);
  const interval = counted ? toPercent(wilson(numerator ?? 0, denominator ?? 0)) : null;
  const { low, high } = interval ?? { low: value, high: value };
  return {
    ...{ value, low, high, label: numberText(words, value, line) },
    interval: interval
      ? formatInterval(
          (key, params) => words.t(`format.${key}`, params),
          { low, high },
          { locale: words.locale, unit: "percent" },
        )
      : "—",
    base: denominator === null ? "—" : plainText(words, denominator),
  };
}

/** Shares show the whole of the scale; other numbers begin at 0. */
function axisOf({ locale }: ValueWords, unit: string, values: readonly YearValue[]) {
  const share = unit === "percent" || unit === "peopleShare" || unit === "points100";
  const numbers = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, most] = [Math.min(0, ...numbers), Math.max(...numbers, 0)];
  const [from, to] =
    share && most <= 100 && least >= 0 ? [0, 100] : [Math.floor(least), Math.max(1, Math.ceil(most))];
  const decimals = to - from < 4 ? 2 : 0;
  const ticks = [0, 1, 2, 3, 4].map((step) => from + (step * (to - from)) / 4);
  return {
    from,
    to,
    cut: false,
    ticks: ticks.map((value) => ({ value, label: formatNumber(value, { locale, decimals }) })),
  };
}
