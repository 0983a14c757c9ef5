/** What can be assessed. The order is that of lists on the screen. */
export const workKinds = ["vpr", "oge", "ege", "regional", "municipal", "school"] as const;
export type WorkKind = (typeof workKinds)[number];
export const seasons = ["spring", "autumn"] as const;
export type Season = (typeof seasons)[number];
export const levels = ["base", "advanced"] as const;
export type Level = (typeof levels)[number];
export type Difficulty = "Б" | "П" | "В";
export type Mark = 2 | 3 | 4 | 5;

/** Primary scores `from` … `to`, both included, that give a mark. */
export interface Band {
  mark: Mark;
  from: number;
  to: number;
}
/** Score → mark in one edition, as its source prints it: a score that stands in two bands has no mark (see `markByScale`). */
export interface Scale {
  edition: number;
  bands: readonly Band[];
}
export interface TaskFacts {
  code: string;
  max: number;
  difficulty: Difficulty | null;
}
/** What the checking of a file must know of a work. `tasks` is empty where only the scale is known; `scale` is the edition in force. */
export interface WorkFacts {
  id: number;
  code: string;
  year: number;
  subject: string;
  gradeTested: number;
  gradeWriting: number;
  season: Season;
  level: Level;
  maxScore: number;
  tasks: readonly TaskFacts[];
  scale: Scale | null;
}
/** Why something is refused, as a key of messages with its values. */
export interface Problem {
  messageKey: string;
  params: Record<string, string | number>;
}

export interface WorkIdentity {
  kind: WorkKind;
  year: number;
  season: Season;
  subject: string;
  gradeTested: number;
  level: Level;
}

const PREFIX: Record<WorkKind, string> = {
  vpr: "VPR",
  oge: "OGE",
  ege: "EGE",
  regional: "REG",
  municipal: "MUN",
  school: "SCH",
};

/** The code of a work: `VPR-2026-RU-4`; autumn `VPR-2020A-MA-4`; advanced level `VPR-2026-MA-7-U`. The grade is the one tested. */
export function workCode(work: WorkIdentity): string {
  const season = work.season === "autumn" ? "A" : "";
  const level = work.level === "advanced" ? "-U" : "";
  return `${PREFIX[work.kind]}-${work.year}${season}-${work.subject}-${work.gradeTested}${level}`;
}

/** Which works are the same procedure in other years: `vpr-MA-4`. The rule for schools with low results counts procedures. */
export function procedureKey(work: Pick<WorkIdentity, "kind" | "subject" | "gradeTested">): string {
  return `${work.kind}-${work.subject}-${work.gradeTested}`;
}

/** The grade that writes when nothing else is said: in autumn the next one (ВПР 2020 and 2022 tested the programme of the year before). */
export function usualGradeWriting(gradeTested: number, season: Season): number {
  return season === "autumn" ? gradeTested + 1 : gradeTested;
}

export function sumOfTasks(tasks: readonly { max: number }[]): number {
  return tasks.reduce((sum, task) => sum + task.max, 0);
}

/** Null when the tasks can stand: codes differ, and their maxima add up to the maximum of the work. No tasks at all is allowed. */
export function tasksProblem(
  tasks: readonly { code: string; max: number }[],
  maxScore: number,
): Problem | null {
  const seen = new Set<string>();
  for (const { code } of tasks) {
    if (seen.has(code)) return refused("taskTwice", { task: code });
    seen.add(code);
  }
  const sum = sumOfTasks(tasks);
  return tasks.length > 0 && sum !== maxScore ? refused("tasksSum", { sum, max: maxScore }) : null;
}

/**
 * How the tasks of a file's header stand to those of the description. `unknown`: the description has none; `finer`: the
 * header splits tasks into criteria (4К1, 4К2) whose maxima add up to those described; `different`: another work.
 */
export function tasksFit(
  described: readonly { code: string; max: number }[],
  printed: readonly { code: string; max: number }[],
): "same" | "unknown" | "finer" | "different" {
  if (described.length === 0) return "unknown";
  const left = new Map(described.map((task) => [task.code, task.max]));
  let split = false;
  for (const { code, max } of printed) {
    const whole = described.find(
      (task) =>
        task.code === code || (code.startsWith(task.code) && /^[.К]/.test(code.slice(task.code.length))),
    );
    if (!whole) return "different";
    split ||= whole.code !== code;
    left.set(whole.code, (left.get(whole.code) ?? 0) - max);
  }
  if ([...left.values()].some((rest) => rest !== 0)) return "different";
  return split ? "finer" : "same";
}

export interface Minima {
  min3: number;
  min4: number;
  min5: number;
  max: number;
}

/**
 * The four bands of a scale that is given by the lowest score for each mark. `disputed` scores are printed by the source
 * in the band below as well (forms.md D-29), so there the bands overlap.
 */
export function bandsOf({ min3, min4, min5, max }: Minima, disputed: readonly number[] = []): Band[] {
  const limits = [0, min3, min4, min5, max + 1];
  return ([2, 3, 4, 5] as const).map((mark, i) => {
    const from = limits[i] ?? 0;
    const next = limits[i + 1] ?? 0;
    const above = disputed.filter((score) => score >= next && score < (limits[i + 2] ?? 0));
    return { mark, from, to: Math.max(next - 1, ...above) };
  });
}

/** The lowest score for each mark, of bands that `scaleProblem` has nothing against. */
export function minimaOf(bands: readonly Band[]): Minima {
  const lowest = (mark: Mark) =>
    Math.min(...bands.filter((band) => band.mark === mark).map((band) => band.from));
  return {
    min3: lowest(3),
    min4: lowest(4),
    min5: lowest(5),
    max: Math.max(...bands.map((band) => band.to)),
  };
}

/** The mark that a score gives; null outside of the scale, and for a score that stands in two bands: it is never guessed. */
export function markByScale(scale: Pick<Scale, "bands">, score: number): Mark | null {
  const holding = scale.bands.filter((band) => score >= band.from && score <= band.to);
  return holding.length === 1 ? (holding[0]?.mark ?? null) : null;
}

/**
 * Null when the bands of «2» … «5» cover every score 0 … max exactly once, in the order of the marks. Otherwise the first
 * range of scores that is missing or stands twice, with the marks that claim it (forms.md F-01).
 */
export function scaleProblem(bands: readonly Band[], max: number): Problem | null {
  const marks = bands.map((band) => band.mark);
  if ([2, 3, 4, 5].some((mark) => marks.filter((m) => m === mark).length !== 1))
    return refused("scaleMarks", { count: bands.length });
  const sorted = bands.toSorted((a, b) => a.mark - b.mark);
  for (const { mark, from, to } of sorted) {
    if (from > to) return refused("scaleBandBackwards", { mark, from, to });
    if (to > max)
      return refused("scaleAboveMax", { mark, range: rangeText(Math.max(from, max + 1), to), max });
  }
  const claims = (score: number) =>
    sorted.filter((band) => score >= band.from && score <= band.to).map((band) => band.mark);
  for (let from = 0; from <= max; from++) {
    const marksHere = claims(from);
    if (marksHere.length === 1) continue;
    let to = from;
    while (to < max && claims(to + 1).join() === marksHere.join()) to++;
    if (marksHere.length === 0) return refused("scaleGap", { range: rangeText(from, to), max });
    return refused("scaleOverlap", {
      range: rangeText(from, to),
      lower: marksHere[0] ?? 2,
      upper: marksHere.at(-1) ?? 5,
    });
  }
  const unordered = sorted.find((band, i) => i > 0 && band.from < (sorted[i - 1]?.from ?? 0));
  return unordered ? refused("scaleOrder", { mark: unordered.mark }) : null;
}

/** The edition that counts: the one a result is pinned to, else the newest. Null when there is none. */
export function scaleInForce<E extends { edition: number }>(
  editions: readonly E[],
  pinned?: number,
): E | null {
  if (pinned !== undefined) return editions.find((edition) => edition.edition === pinned) ?? null;
  return editions.reduce<E | null>(
    (newest, edition) => (newest && newest.edition > edition.edition ? newest : edition),
    null,
  );
}

/** `35`, or `27–35`. */
export function rangeText(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function refused(key: string, params: Problem["params"]): Problem {
  return { messageKey: `assessments.refused.${key}`, params };
}
