import { countText, type Words } from "#components/results/words.ts";
import { Status, type StatusKind } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/platform/format/number.ts";
import { type ComparedExamFigure, examMeasures, shownDecimals } from "#lib/reported/exam-comparison.ts";
import type { ComparedExamUnit } from "#lib/reported/exam-comparison-queries.ts";
import { Silence } from "./figure-words.tsx";

interface Props {
  words: Words;
  caption: string;
  units: readonly ComparedExamUnit[];
}

/** A line a unit: each number as the table prints it, the portal's own below it, and the difference where there is one. */
export function ExamComparisonTable({ words, caption, units }: Props) {
  const { t } = words;
  const columns: Column<ComparedExamUnit>[] = [
    {
      key: "unit",
      head: t("reported.table.unit"),
      cell: ({ name, place }) => (
        <span className="block min-w-48">
          {name}
          {place === "" ? null : <span className="block text-small text-ink-2">{place}</span>}
        </span>
      ),
    },
    {
      key: "verdict",
      head: t("reported.examCompare.verdict"),
      cell: (unit) => <Outcome words={words} unit={unit} />,
    },
    ...examMeasures.map(
      (measure): Column<ComparedExamUnit> => ({
        key: measure,
        head: t(`reported.measures.${measure}`),
        numeric: true,
        cell: ({ figures }) => {
          const figure = figures.find(({ reported }) => reported.measure === measure);
          return figure ? <Pair words={words} figure={figure} /> : <Silence words={words} state="none" />;
        },
      }),
    ),
  ];
  return (
    <Table
      id="exam-comparison"
      t={t}
      caption={caption}
      columns={columns}
      rows={units}
      rowKey={({ kind, place, name }) => `${kind}-${place}-${name}`.replace(/[^\p{L}\d]+/gu, "-")}
      dense
    />
  );
}

function Outcome({ words: { t }, unit }: { words: Words; unit: ComparedExamUnit }) {
  const [kind, word] = outcomeOf(unit);
  return <Status kind={kind} t={t} word={t(`reported.examCompare.${word}`, { count: unit.differs })} plain />;
}

function outcomeOf({ id, figures, differs }: ComparedExamUnit): [StatusKind, string] {
  if (differs > 0) return ["warn", "differs"];
  if (id === null) return ["none", "unknown"];
  if (figures.some(({ verdict }) => verdict === "equal")) return ["ok", "equal"];
  return ["none", figures.some(({ verdict }) => verdict === "noComputed") ? "noComputed" : "silent"];
}

function Pair({ words, figure }: { words: Words; figure: ComparedExamFigure }) {
  const { t } = words;
  const { reported, computed, difference, verdict } = figure;
  const own =
    computed !== null
      ? t("reported.examCompare.computed", { value: numberText(words, figure, computed) })
      : t(`reported.examCompare.${verdict === "notCompared" ? "computedNot" : "computedNone"}`);
  return (
    <span className="figures">
      {reported.state === "value" && reported.value !== null ? (
        numberText(words, figure, reported.value)
      ) : (
        <Silence words={words} state={reported.state === "value" ? "unread" : reported.state} />
      )}
      <span className="ml-auto block max-w-28 whitespace-normal text-small text-ink-2">{own}</span>
      {verdict === "differs" && difference !== null ? (
        <strong className="block text-small">
          {t("reported.examCompare.difference", { value: differenceText(words, figure, difference) })}
        </strong>
      ) : null}
    </span>
  );
}

function numberText(words: Words, { reported }: ComparedExamFigure, value: number): string {
  if (reported.measure !== "examMean") return countText(words, value);
  return formatNumber(value, { locale: words.locale, decimals: shownDecimals(reported) });
}

function differenceText(words: Words, { reported }: ComparedExamFigure, value: number): string {
  const { locale } = words;
  const decimals = reported.measure === "examMean" ? shownDecimals(reported) : 0;
  const signed = formatNumber(value, { locale, decimals });
  return value > 0 ? `+${signed}` : signed;
}
