import { classNames } from "#components/ui/class-names.ts";
import { em, percent } from "./lengths.ts";

/** How many labels of two digits fit side by side on a wide page and on a phone. */
const FIT_WIDE = 26;
const FIT_NARROW = 12;

/** Every how many scores a label stands, so that at most `fit` of them do. */
export function labelStep(scores: number, fit: number): number {
  return [1, 2, 5, 10, 20, 50].find((step) => scores / step <= fit) ?? 100;
}

/** Scores under the axis: all of them where there is room, fewer on a phone. */
export function ScoreTicks({ scores, y }: { scores: readonly number[]; y: number }) {
  const wide = labelStep(scores.length, FIT_WIDE);
  const narrow = labelStep(scores.length, FIT_NARROW);
  return scores.map((score, index) => {
    const onPhone = score % narrow === 0;
    if (!onPhone && score % wide !== 0) return null;
    return (
      <text
        key={score}
        className={classNames("tick", !onPhone && "when-wide", score % wide !== 0 && "when-narrow")}
        x={percent((index + 0.5) / scores.length)}
        y={em(y)}
        textAnchor="middle"
      >
        {score}
      </text>
    );
  });
}
