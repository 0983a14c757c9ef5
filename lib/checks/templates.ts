/** What a rule may measure in a class or a school. Each is a figure of `lib/statistics`; shares are in per cent. */
export const measures = [
  "completion",
  "meanMark",
  "quality",
  "low",
  "five",
  "notAttempted",
  "blank",
] as const;
export type Measure = (typeof measures)[number];

/** One setting of a template: a number within bounds, or one of a few words. */
export type Setting =
  | { name: string; type: "number"; least: number; most: number; step: number; usual: number }
  | { name: string; type: "choice"; choices: readonly string[]; usual: string };

const number = <const N extends string>(name: N, least: number, most: number, usual: number, step = 1) =>
  ({ name, type: "number", least, most, usual, step }) as const;
const choice = <const N extends string, const C extends readonly string[]>(
  name: N,
  choices: C,
  usual: C[number],
) => ({ name, type: "choice", choices, usual }) as const;
const minimum = (usual: number) => number("minimum", 1, 500, usual);
const levels = choice("level", ["class", "school"], "class");
const sides = choice("side", ["above", "below"], "above");
const directions = choice("direction", ["both", "up", "down"], "both");

/**
 * The closed set of what can be checked: a template names what is looked at, its settings are all that an officer chooses.
 * There is no code and no formula in a rule, so a rule can be read, compared and previewed, and cannot break anything.
 */
export const templates = {
  /** Within a row: the printed total is not the sum of the tasks. */
  totalDiffers: [number("allowed", 0, 50, 0)],
  /** Within a row: the mark of the file is not the mark by the scale. */
  markDiffers: [number("allowed", 0, 50, 0)],
  /** Within a row: a pupil has more cells of one kind than so many. */
  cellsInRow: [
    choice("cell", ["notAttempted", "notTaught", "blank"], "notAttempted"),
    number("limit", 0, 60, 8),
  ],
  /** Within a class or school: a share or a mean beyond a limit. */
  figureBeyond: [
    choice("measure", measures, "notAttempted"),
    sides,
    number("limit", 0, 100, 40, 0.1),
    levels,
    minimum(10),
  ],
  /** Within a class: everybody has one and the same total, or mark. */
  allTheSame: [choice("of", ["total", "mark"], "total"), minimum(5)],
  /** Within a class: pupils whose points agree in every task. */
  identicalAnswers: [number("limit", 1, 100, 40), minimum(10)],
  /** Against the year before: a figure has moved by so many points. */
  changedFromLastYear: [
    choice("measure", measures, "completion"),
    choice("against", ["sameWork", "samePupils"], "sameWork"),
    directions,
    number("limit", 0.1, 100, 15, 0.1),
    levels,
    minimum(10),
  ],
  /** Against the journal: too many marks of the work are higher, lower, or two marks away. */
  journalShare: [
    choice("which", ["higher", "lower", "apart"], "lower"),
    number("limit", 0.1, 100, 40, 0.1),
    levels,
    minimum(10),
  ],
  /** Against the journal: marks of the work and of the journal do not go together. */
  journalSpearman: [number("limit", -1, 1, 0, 0.01), levels, minimum(10)],
  /** A school far from the others of its municipality, in standard deviations. */
  outlierZ: [
    choice("measure", measures, "completion"),
    directions,
    number("limit", 1, 10, 2.5, 0.1),
    number("schools", 5, 200, 10),
    minimum(10),
  ],
  /** The same by median and median absolute deviation, which outliers themselves do not move. */
  outlierModifiedZ: [
    choice("measure", measures, "completion"),
    directions,
    number("limit", 1, 20, 3.5, 0.1),
    number("schools", 5, 200, 7),
    minimum(10),
  ],
  /** A school outside of everything that the municipality's schools had in earlier years. */
  outlierRange: [
    choice("measure", measures, "completion"),
    directions,
    number("margin", 0, 50, 5, 0.1),
    number("schools", 5, 200, 5),
    minimum(10),
  ],
} as const satisfies Record<string, readonly Setting[]>;

export type Kind = keyof typeof templates;
export const kinds = Object.keys(templates) as Kind[];

/** The five families by which people look for a template. */
export const families: readonly { name: string; kinds: readonly Kind[] }[] = [
  { name: "row", kinds: ["totalDiffers", "markDiffers", "cellsInRow"] },
  { name: "class", kinds: ["figureBeyond", "allTheSame", "identicalAnswers"] },
  { name: "lastYear", kinds: ["changedFromLastYear"] },
  { name: "journal", kinds: ["journalShare", "journalSpearman"] },
  { name: "outlier", kinds: ["outlierZ", "outlierModifiedZ", "outlierRange"] },
];

type ValueOf<S> = S extends { choices: readonly (infer C)[] } ? C : number;

/** The settings of one kind as an object. */
export type ParametersOf<K extends Kind> = {
  readonly [S in (typeof templates)[K][number] as S["name"]]: ValueOf<S>;
};

/** Values of the settings of a kind, by name. */
export type Parameters = Readonly<Record<string, number | string>>;

/** The settings with their usual values. */
export function usualParameters(kind: Kind): Parameters {
  return Object.fromEntries(templates[kind].map(({ name, usual }) => [name, usual]));
}
