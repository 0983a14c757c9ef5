import { subjects } from "../assessments/subjects.ts";
import { workName } from "../assessments/work-title.ts";
import { sampleStatus } from "../insights/rules.ts";
import { intervalText, numberText, percentText, type Words } from "../insights/words.ts";
import { largestRemainder, shareHalfUp } from "../platform/format/rounding.ts";
import { shares } from "../statistics/share.ts";
import {
  type Mark,
  type MarksPart,
  marksParts,
  qualityInterval,
  qualityOf,
  qualityVerdict,
  shownValue,
  type Verdict,
} from "./published-marks.ts";
import type { PublishedUnit, PublishedWork } from "./snapshot.ts";

/** A bar of one hundred per cent, as `components/charts/marks-bars.tsx` takes it. */
export interface MarksBarRow {
  key: string;
  name: string;
  base: string;
  parts: { marks: readonly Mark[]; share: number; label: string; count: string }[] | "tooFew" | "absent";
}

/** One work of a published report in sentences. A number that was hidden is not in here at all. */
export interface WorkView {
  /** Its address on the page. */
  id: string;
  /** «Математика, 4 класс» */
  name: string;
  question: string;
  /** The answer in one line, for the top of the page. */
  finding: string;
  lead: string[];
  chart: { finding: string; measure: string; summary: string; rows: MarksBarRow[] } | null;
}

/** `place`: the number of the work in the report, from 1. */
export function workView(words: Words, work: PublishedWork, place: number): WorkView {
  const name = workName(words.t, work);
  return {
    id: `work-${place}`,
    name,
    question: question(words, work),
    finding: finding(words, work, name),
    lead: lead(words, work),
    chart: chart(words, work, name),
  };
}

function question({ t }: Words, { kind, subject, season, level, gradeTested }: PublishedWork): string {
  const known = (subjects as readonly string[]).includes(subject);
  return t("public.work.question", {
    ...{ kind, season, level, grade: String(gradeTested) },
    subject: t(`public.subjects.${known ? subject : "other"}`, { name: subject }),
  });
}

/** A share in whole per cent, rounded from the exact ratio. */
export function shareText(words: Words, part: number, n: number): string {
  return percentText(words, shareHalfUp(part, n, 0) ?? 0);
}

function finding(words: Words, { units: [own, ...areas] }: PublishedWork, work: string): string {
  const quality = own && qualityOf(own);
  if (!quality) {
    const absent = own && shownValue(own.counts.n) === 0;
    return words.t(absent ? "public.work.findingAbsent" : "public.work.findingHidden", { work });
  }
  const sentence = words.t("public.work.finding", { work, ...qualityWords(words, quality) });
  const against = nearestVerdict([own, ...areas]);
  if (!against) return sentence;
  const verdict = { chance: "chance", higher: "findingHigher", lower: "findingLower" }[against.verdict];
  return `${sentence} ${words.t(`public.work.${verdict}`, { area: against.area })}`;
}

function qualityWords(words: Words, { part, n }: { part: number; n: number }) {
  return {
    part: numberText(words, part),
    n: numberText(words, n),
    count: n,
    share: shareText(words, part, n),
  };
}

function lead(words: Words, work: PublishedWork): string[] {
  const { t } = words;
  const [own] = work.units;
  if (!own) return [];
  const schools = work.schools === null ? [] : [t("public.work.schools", { count: work.schools })];
  const n = shownValue(own.counts.n);
  if (n === null)
    return [t(own.kind === "school" ? "public.work.hiddenAll" : "public.work.hiddenAllArea"), ...schools];
  if (n === 0) return [t("public.work.absent"), ...schools];
  const sample =
    own.kind === "school" && sampleStatus(n) !== "informative"
      ? [t("public.work.sample", { status: sampleStatus(n), count: n })]
      : [];
  return [
    [...qualitySentences(words, own, n), ...twosSentence(words, own, n)].join(" "),
    ...sample,
    ...schools,
  ];
}

function qualitySentences(words: Words, own: PublishedUnit, n: number): string[] {
  const quality = qualityOf(own);
  if (!quality) return [words.t("public.work.hiddenQuality", { n: numberText(words, n), count: n })];
  const sentence = words.t("public.work.quality", qualityWords(words, quality));
  // All pupils of an area are no sample of anything; a school's year is one of many that might have been.
  const interval = own.kind === "school" ? qualityInterval(quality) : null;
  if (!interval) return [sentence];
  return [sentence, words.t("public.work.interval", { interval: intervalText(words, interval, "percent") })];
}

function twosSentence(words: Words, own: PublishedUnit, n: number): string[] {
  const twos = shownValue(own.counts["2"]);
  if (twos === null) return [];
  if (twos === 0) return [words.t("public.work.noTwos", { n: numberText(words, n) })];
  return [words.t("public.work.twos", { part: numberText(words, twos), share: shareText(words, twos, n) })];
}

function chart(words: Words, work: PublishedWork, name: string): WorkView["chart"] {
  const rows = work.units.map((unit) => barRow(words, unit));
  if (rows.every((row) => typeof row.parts === "string")) return null;
  const shares = work.units.flatMap((unit) => {
    const quality = qualityOf(unit);
    return quality ? [{ kind: unit.kind, share: shareText(words, quality.part, quality.n) }] : [];
  });
  const list = (named: readonly { kind: string; share: string }[]) =>
    named.map((one) => words.t("public.work.inUnit", one)).join(", ");
  return {
    finding:
      shares.length > 0
        ? words.t("public.work.shares", { list: list(shares) })
        : words.t("public.work.marks"),
    measure: words.t("public.work.measure", { work: name, year: String(work.year) }),
    summary: [
      ...comparison(words, work.units),
      ...completion(words, work.units, list),
      ...joined(words, rows),
    ].join(" "),
    rows,
  };
}

function barRow(words: Words, unit: PublishedUnit): MarksBarRow {
  const parts = marksParts(unit);
  const n = shownValue(unit.counts.n);
  return {
    key: unit.kind,
    name: unit.name,
    base: n === null ? "" : words.t("public.work.pupils", { count: n }),
    parts: typeof parts === "string" ? parts : drawn(words, parts),
  };
}

function drawn(words: Words, parts: readonly MarksPart[]) {
  const counts = parts.map((part) => part.count);
  const drawnShares = shares(counts);
  // A picture of a whole: its labels add up to 100 (handbook §5.3); tables round each share alone.
  const labels = largestRemainder(counts, 0);
  return parts.map((part, i) => ({
    marks: part.marks,
    share: drawnShares?.[i] ?? 0,
    label: percentText(words, labels?.[i] ?? 0),
    count: numberText(words, part.count),
  }));
}

/** How a school stands to the nearest area for which both numbers are public. */
function nearestVerdict([own, ...areas]: readonly PublishedUnit[]): {
  verdict: Verdict;
  area: string;
} | null {
  if (own?.kind !== "school") return null;
  for (const area of areas) {
    const verdict = qualityVerdict(own, area);
    if (verdict) return { verdict, area: area.kind };
  }
  return null;
}

function comparison({ t }: Words, units: readonly PublishedUnit[]): string[] {
  const found = nearestVerdict(units);
  return found ? [t(`public.work.${found.verdict}`, { area: found.area })] : [];
}

function completion(
  words: Words,
  units: readonly PublishedUnit[],
  list: (named: readonly { kind: string; share: string }[]) => string,
): string[] {
  const shares = units.flatMap((unit) => {
    const percent = shownValue(unit.completionPercent);
    return percent === null ? [] : [{ kind: unit.kind, share: percentText(words, percent) }];
  });
  return shares.length > 0 ? [words.t("public.work.completion", { list: list(shares) })] : [];
}

function joined(words: Words, rows: readonly MarksBarRow[]): string[] {
  const pairs = rows.flatMap((row) =>
    typeof row.parts === "string" ? [] : row.parts.filter((part) => part.marks.length > 1),
  );
  const named = new Set(
    pairs.map(({ marks: [first, second] }) =>
      words.t("public.work.pair", { first: String(first), second: String(second) }),
    ),
  );
  return named.size > 0 ? [words.t("public.work.joined", { marks: [...named].join(", ") })] : [];
}
