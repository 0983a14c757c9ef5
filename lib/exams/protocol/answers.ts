import { ITEM } from "../../statistics/task-sums.ts";

/** Why a string of answers, or one task of it, was refused: keys of `exams.findings`. */
export type AnswerDefect = "examStringLength" | "examStringSymbol" | "examPointsOverMax" | "examMaxDiffers";

export interface AnswersReading {
  /** Points or `ITEM.rejected`; null = the whole string was refused. */
  items: readonly number[] | null;
  defects: readonly { code: AnswerDefect; task: number }[];
}

/**
 * «++-+2-1»: one character a task, `+` = 1, `-` = 0, a digit = points (forms.md F-16). Another character refuses its task,
 * another length than `maxima` the whole string. A maximum of 0 means several points, nobody knows how many.
 */
export function readShortAnswers(text: string, maxima: readonly number[]): AnswersReading {
  const symbols = [...text];
  if (symbols.length !== maxima.length)
    return { items: null, defects: [{ code: "examStringLength", task: 0 }] };
  const defects: { code: AnswerDefect; task: number }[] = [];
  const items = symbols.map((symbol, i) => {
    const points = symbol === "+" ? 1 : symbol === "-" ? 0 : /^\d$/.test(symbol) ? Number(symbol) : null;
    const max = maxima[i]!;
    if (points !== null && (max === 0 || points <= max)) return points;
    defects.push({ code: points === null ? "examStringSymbol" : "examPointsOverMax", task: i + 1 });
    return ITEM.rejected;
  });
  return { items, defects };
}

const GROUP = /(\d)\((\d)\)/g;
const WHOLE = /^(?:\d\(\d\))*$/;

/** The greatest points that a string of extended answers prints; null when it is not made of whole groups. */
export function printedMaxima(text: string): number[] | null {
  return WHOLE.test(text) ? [...text.matchAll(GROUP)].map((group) => Number(group[2])) : null;
}

/**
 * «2(2)0(3)1(4)»: points(maximum) for each task. A length that is no multiple of four or another number of tasks, and points above
 * the maximum, refuse the whole string: it is not known where it went wrong.
 */
export function readExtendedAnswers(text: string, maxima: readonly number[]): AnswersReading {
  const printed = printedMaxima(text);
  if (printed === null || printed.length !== maxima.length)
    return { items: null, defects: [{ code: "examStringLength", task: 0 }] };
  const items = [...text.matchAll(GROUP)].map((group) => Number(group[1]));
  const over = items.findIndex((points, i) => points > printed[i]!);
  if (over >= 0) return { items: null, defects: [{ code: "examPointsOverMax", task: over + 1 }] };
  const other = printed.findIndex((max, i) => max !== maxima[i]);
  if (other >= 0) return { items: null, defects: [{ code: "examMaxDiffers", task: other + 1 }] };
  return { items, defects: [] };
}

/**
 * Numbers of tasks and greatest points that most rows of a protocol agree on; for examinations that nobody has described. A task of
 * the short part that was ever answered with a digit has several points, how many is not known (0); the others have one.
 */
export function tasksOfStrings(rows: readonly { short: string; extended: string }[]): {
  shortMax: number[];
  extendedMax: number[];
} {
  const length = commonest(rows.map(({ short }) => String([...short].length)));
  const shortMax = Array<number>(Number(length ?? 0)).fill(1);
  for (const { short } of rows) {
    const symbols = [...short];
    if (symbols.length !== shortMax.length) continue;
    symbols.forEach((symbol, i) => {
      if (/^\d$/.test(symbol)) shortMax[i] = 0;
    });
  }
  const vector = commonest(rows.flatMap(({ extended }) => printedMaxima(extended)?.join("") ?? []));
  return { shortMax, extendedMax: [...(vector ?? "")].map(Number) };
}

/** The text that stands most often; of equals the one that came first. */
function commonest(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best: string | null = null;
  for (const [text, count] of counts) if (best === null || count > counts.get(best)!) best = text;
  return best;
}
