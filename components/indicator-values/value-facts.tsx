import { type Fact, Facts } from "#components/ui/facts.tsx";
import { wholeYear } from "#lib/indicators/values/period.ts";
import type { IndicatorValuePage } from "#lib/indicators/values/value-queries.ts";
import { numberText, periodText, type ValueWords } from "#lib/indicators/values/words.ts";
import { formatDay, formatInstant } from "#lib/platform/format/day.ts";
import { LevelWord, ValueCell } from "./value-table.tsx";

/** A value with plan, level, version, clause and the moment it was made. */
export function ValueFacts({ words, page }: { words: ValueWords; page: IndicatorValuePage }) {
  const { t, locale } = words;
  const { line, version, made } = page;
  const startsLater = version.effectiveFrom > `${page.schoolYear + 1}-08-31`;
  const facts: Fact[] = [
    ...(page.period.part === wholeYear
      ? []
      : [{ key: "period", term: t("indicatorValues.period"), value: periodText(words, page.period) }]),
    { key: "value", term: t("indicatorValues.table.value"), value: <ValueCell words={words} line={line} /> },
    {
      key: "plan",
      term: t("indicatorValues.one.plan"),
      value:
        line.target === null
          ? t("indicatorValues.noTarget")
          : t("indicatorValues.one.planOn", {
              target: numberText(words, line.target, line),
              value: line.value === null ? t("format.figure.absent") : numberText(words, line.value, line),
            }),
    },
    {
      key: "level",
      term: t("indicatorValues.table.level"),
      value: <LevelWord words={words} level={line.level} />,
    },
    {
      key: "version",
      term: t("indicatorValues.table.version"),
      value: [
        t("indicatorValues.one.version", {
          version: version.version,
          from: formatDay(version.effectiveFrom, { locale }),
        }),
        startsLater ? t("indicatorValues.one.earlier") : "",
      ].join(". "),
    },
    {
      key: "clause",
      term: t("indicatorValues.one.clause"),
      value: (
        <ul>
          {page.basis.map(({ citation, clauseKey }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two bases may quote the same words
            <li key={i}>{citation || clauseKey}</li>
          ))}
        </ul>
      ),
    },
  ];
  if (page.unit.kind !== "school")
    facts.push({
      key: "schools",
      term: t("indicatorValues.table.schools"),
      value: t("indicatorValues.schoolsOf", { part: String(line.schools), whole: String(line.schoolsDue) }),
    });
  if (made)
    facts.push({
      key: "made",
      term: t("indicatorValues.one.computed"),
      value: `${formatInstant(made.at, words)}, ${t(`indicatorValues.one.origins.${made.origin}`)}`,
    });
  return <Facts facts={facts} />;
}
