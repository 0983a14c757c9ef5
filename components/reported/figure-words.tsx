import type { Words } from "#components/results/words.ts";
import { Shape } from "#components/ui/status.tsx";
import { formatNumber, formatPercent } from "#lib/platform/format/number.ts";
import type { ComparedFigure, FigureInForce } from "#lib/reported/compared.ts";
import type { FigureState } from "#lib/reported/report.ts";

const counts = new Set(["schools", "participants", "markCounts", "journalCounts", "groupSize"]);

/** «Отметка «4», доля»: what a figure measures. */
export function measureText({ t }: Words, { measure, key }: Pick<FigureInForce, "measure" | "key">): string {
  const [mark = "", task = ""] = key.split(":");
  return t(`reported.measures.${measure}`, { key, mark, task });
}

/** A number as the report prints it. */
export function printedText(
  words: Words,
  figure: Pick<FigureInForce, "measure" | "value" | "decimals">,
): string {
  const { locale } = words;
  if (figure.value === null) return "";
  const style = { locale, decimals: figure.decimals };
  return counts.has(figure.measure)
    ? formatNumber(figure.value, { locale })
    : formatPercent(figure.value, style);
}

/** A silence of a report in its own shape and word: no data, kept back and not read are three things, and none is 0. */
export function Silence({ words, state }: { words: Words; state: Exclude<FigureState, "value"> | "none" }) {
  const kind = state === "hidden" ? "supp" : state === "unread" ? "warn" : "none";
  return (
    <span className={`silence status-${kind}`}>
      <Shape kind={kind} />
      {words.t(`reported.silence.${state}`)}
    </span>
  );
}

/** The reported figure, or its silence. */
export function ReportedFigure({ words, figure }: { words: Words; figure: FigureInForce }) {
  if (figure.state !== "value") return <Silence words={words} state={figure.state} />;
  return <span className="figures">{printedText(words, figure)}</span>;
}

/** The portal's own figure, with the pupils behind it, or the silence. */
export function ComputedFigure({ words, compared }: { words: Words; compared: ComparedFigure }) {
  const { computed, reported } = compared;
  if (computed === null) return <Silence words={words} state="none" />;
  const { locale, t } = words;
  const value = printedText(words, { ...reported, value: computed.value });
  if (computed.unit === "count") return <span className="figures">{value}</span>;
  const of = t("reported.compare.of", {
    part: formatNumber(computed.part, { locale }),
    whole: formatNumber(computed.whole, { locale }),
  });
  return (
    <span className="figures">
      {value} <span className="block text-small text-ink-2">{of}</span>
    </span>
  );
}
