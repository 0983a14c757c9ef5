/** How many of those asked in a group were satisfied. A group that nobody belongs to has 0 of 0. */
export interface Satisfied {
  readonly satisfied: number;
  readonly asked: number;
}

/** Positions that the rules ask for, and how many of them are there. */
export interface Positions {
  readonly present: number;
  readonly required: number;
}

/** Everything that the five criteria are computed from, numbered as the indicators of the order. */
export interface NokoAnswers {
  /** 1.1 Information on stands and on the site. */
  readonly stand: Positions;
  readonly site: Positions;
  /** 1.2 Ways to reach the school from afar that are there and work. */
  readonly remoteWays: number;
  /** 1.3 Satisfied with the information, of those who used the stand, and the site. */
  readonly standUsers: Satisfied;
  readonly siteUsers: Satisfied;
  /** 2.1 Conditions of comfort that are there. */
  readonly comfortConditions: number;
  /** 2.2 Satisfied with comfort, of all. */
  readonly comfort: Satisfied;
  /** 3.1 Equipment for disabled people, 3.2 conditions for them; 3.3 satisfied with access, of disabled people asked. */
  readonly accessEquipment: number;
  readonly accessConditions: number;
  readonly access: Satisfied;
  /** 4.1 Kindness at the first contact, 4.2 of teachers, 4.3 from afar (of those who used such ways). */
  readonly firstContact: Satisfied;
  readonly service: Satisfied;
  readonly remoteContact: Satisfied;
  /** 5.1 Would recommend, 5.2 satisfied with the timetable, 5.3 on the whole. */
  readonly recommend: Satisfied;
  readonly timetable: Satisfied;
  readonly overall: Satisfied;
}

/**
 * What an indicator is when nobody belongs to its group (no disabled people asked, nobody used the site): 100 points;
 * left out, its weight going to the other indicators of the criterion in proportion; or not defined, and the criterion with it.
 */
export type EmptyGroupRule = "hundred" | "reweight" | "undefined";

export type IndicatorCode =
  | "1.1"
  | "1.2"
  | "1.3"
  | "2.1"
  | "2.2"
  | "3.1"
  | "3.2"
  | "3.3"
  | "4.1"
  | "4.2"
  | "4.3"
  | "5.1"
  | "5.2"
  | "5.3";

/**
 * Weights of the indicators in per cent of their criterion, whole numbers so that sums are exact.
 * Source: приказ Минпросвещения 13.03.2019 № 114 for the criteria; the weights are read from a working programme [verify]. The 344н original has
 * a third indicator in criterion 2 (waiting time, weights 30/40/30), which the edition for education drops [verify].
 */
export const NOKO_WEIGHTS: Readonly<Record<IndicatorCode, number>> = {
  "1.1": 30,
  "1.2": 30,
  "1.3": 40,
  "2.1": 50,
  "2.2": 50,
  "3.1": 30,
  "3.2": 40,
  "3.3": 30,
  "4.1": 40,
  "4.2": 40,
  "4.3": 20,
  "5.1": 30,
  "5.2": 20,
  "5.3": 50,
};

export interface NokoResult {
  /** 0–100 each; null where its group is empty and the rule does not fill it with 100. */
  readonly indicators: Readonly<Record<IndicatorCode, number | null>>;
  /** Criteria 1–5, 0–100. */
  readonly criteria: readonly (number | null)[];
  /** Mean of the five criteria; null when one of them is not defined. */
  readonly total: number | null;
  /** Groups that nobody belongs to, by the answers' own names: to be shown beside the total. */
  readonly emptyGroups: readonly string[];
  readonly emptyGroupRule: EmptyGroupRule;
}

function checkCount(value: number, name: string): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) throw new RangeError(`Not a number of ${name}: ${value}`);
}

/** Half the sum of two ratios, times 100, rounded only once: 50·(a·d + c·b)/(b·d). */
function meanOfRatios(a: number, b: number, c: number, d: number): number {
  return (50 * (a * d + c * b)) / (b * d);
}

/** 1.1: half the share of required positions on stands, half on the site. */
function information(stand: Positions, site: Positions): number {
  for (const { present, required } of [stand, site])
    if (!(required > 0 && present >= 0 && present <= required && required < Number.POSITIVE_INFINITY))
      throw new RangeError(`${present} of ${required} positions cannot be`);
  return meanOfRatios(stand.present, stand.required, site.present, site.required);
}

/** `points` for each, 100 from `full` of them on. */
function perCondition(count: number, points: number, full: number, name: string): number {
  checkCount(count, name);
  return count >= full ? 100 : points * count;
}

/**
 * НОКО: independent assessment of a school's conditions by the five criteria of the order, each 0–100, and their mean, by the formulas
 * as printed (handbook §7.2): 1.1 ½(stand/norm + site/norm)·100; 1.2 30 for each way, 100 from four on; 1.3 ½(stand users + site users satisfied)·100;
 * 2.1, 3.1, 3.2 20 for each condition, 100 from five on; the others satisfied/asked·100. Criteria are the weighted sums of their indicators,
 * the total is the mean of the criteria. Nothing is rounded on the way: a programme in use rounds to two decimals at every step [verify],
 * which can move the total by some hundredths.
 *
 * What happens to empty groups differs between operators [verify], so the rule has to be stated and comes back with the result. With `reweight` an
 * empty half of 1.3 leaves the other half; a criterion without any indicator left is null. These are shares of a sample of respondents: take
 * `wilson` for the interval of a single share.
 *
 * Units: points 0–100. A RangeError for counts that are not whole, more satisfied than asked, more positions than required, a norm of 0.
 * R: none. Source: приказ Минпросвещения России 13.03.2019 № 114; приказ Минтруда России 31.05.2018 № 344н [verify: formulas and weights].
 *
 * @example noko(answers, "hundred").total // all satisfied, everything there: 100
 */
export function noko(answers: NokoAnswers, emptyGroupRule: EmptyGroupRule): NokoResult {
  if (!["hundred", "reweight", "undefined"].includes(emptyGroupRule))
    throw new RangeError(`Not a rule for empty groups: ${emptyGroupRule}`);
  const emptyGroups: string[] = [];
  const group = (name: keyof NokoAnswers): Satisfied | null => {
    const { satisfied, asked } = answers[name] as Satisfied;
    checkCount(asked, "people asked");
    checkCount(satisfied, "satisfied people");
    if (satisfied > asked)
      throw new RangeError(`${satisfied} satisfied of ${asked} asked cannot be (${name})`);
    if (asked > 0) return { satisfied, asked };
    emptyGroups.push(name);
    return emptyGroupRule === "hundred" ? { satisfied: 1, asked: 1 } : null;
  };
  const share = (name: keyof NokoAnswers): number | null => {
    const found = group(name);
    return found && (100 * found.satisfied) / found.asked;
  };
  const openness = (): number | null => {
    const stand = group("standUsers");
    const site = group("siteUsers");
    if (stand && site) return meanOfRatios(stand.satisfied, stand.asked, site.satisfied, site.asked);
    const one = stand ?? site;
    return one && emptyGroupRule === "reweight" ? (100 * one.satisfied) / one.asked : null;
  };
  const indicators: Record<IndicatorCode, number | null> = {
    "1.1": information(answers.stand, answers.site),
    "1.2": perCondition(answers.remoteWays, 30, 4, "ways to reach the school"),
    "1.3": openness(),
    "2.1": perCondition(answers.comfortConditions, 20, 5, "conditions of comfort"),
    "2.2": share("comfort"),
    "3.1": perCondition(answers.accessEquipment, 20, 5, "kinds of equipment"),
    "3.2": perCondition(answers.accessConditions, 20, 5, "conditions of access"),
    "3.3": share("access"),
    "4.1": share("firstContact"),
    "4.2": share("service"),
    "4.3": share("remoteContact"),
    "5.1": share("recommend"),
    "5.2": share("timetable"),
    "5.3": share("overall"),
  };
  const criteria = ["1", "2", "3", "4", "5"].map((number) => criterion(number, indicators, emptyGroupRule));
  return { indicators, criteria, total: meanOf(criteria), emptyGroups, emptyGroupRule };
}

function criterion(
  number: string,
  indicators: Readonly<Record<IndicatorCode, number | null>>,
  rule: EmptyGroupRule,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const [code, value] of Object.entries(indicators)) {
    if (!code.startsWith(number)) continue;
    if (value === null && rule !== "reweight") return null;
    if (value === null) continue;
    const weight = NOKO_WEIGHTS[code as IndicatorCode];
    sum += weight * value;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** Mean of the criteria; null when one is missing. */
function meanOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum / values.length;
}
