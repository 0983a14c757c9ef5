import { nameKey } from "./name-key.ts";

/** A school of the registry, as a match is looked for. */
export interface KnownSchool {
  id: number;
  name: string;
  fullName: string;
  locality: string;
  municipality: string;
}

/** Why a school is proposed: its name or full name reads the same, or the same with the place, or the words of one are in the other. */
export type ProposalReason = "same" | "withPlace" | "words";

export interface Proposal {
  school: KnownSchool;
  reason: ProposalReason;
}

const STRENGTH: Readonly<Record<ProposalReason, number>> = { same: 0, withPlace: 1, words: 2 };
const MOST = 5;

/**
 * Schools that a printed name may mean, the likeliest first, at most five; never a decision. A number must be the same:
 * «СОШ № 3» is never proposed for «СОШ № 13». A municipality that the table prints narrows the choice when it is known.
 */
export function proposeSchools(
  printed: { name: string; place: string },
  schools: readonly KnownSchool[],
): Proposal[] {
  const wanted = nameKey(printed.name);
  const words = wordsOf(wanted);
  const numbers = numbersOf(words);
  const place = nameKey(printed.place);
  const here = schools.filter(({ municipality }) => place !== "" && place.includes(nameKey(municipality)));
  const among = here.length > 0 ? here : schools;
  return among
    .flatMap((school): Proposal[] => {
      const keys = [school.name, school.fullName].filter((name) => name !== "").map(nameKey);
      if (keys.includes(wanted)) return [{ school, reason: "same" }];
      const around = new Set([
        ...wordsOf(nameKey(school.locality)),
        ...wordsOf(nameKey(school.municipality)),
        "г",
      ]);
      const own = keys.map(wordsOf).filter((known) => isSame(numbersOf(known), numbers));
      if (own.some((known) => isSame(without(known, around), without(words, around))))
        return [{ school, reason: "withPlace" }];
      const isPart = own.some((known) => numbers.size > 0 || overlap(known, words) >= 2);
      return isPart && own.some((known) => covers(known, words) || covers(words, known))
        ? [{ school, reason: "words" }]
        : [];
    })
    .sort((a, b) => STRENGTH[a.reason] - STRENGTH[b.reason] || a.school.id - b.school.id)
    .slice(0, MOST);
}

function wordsOf(key: string): Set<string> {
  return new Set(key.split(/[\s.–—-]+/).filter((word) => word !== ""));
}

function numbersOf(words: ReadonlySet<string>): Set<string> {
  return new Set([...words].flatMap((word) => /^№?(\d+)$/.exec(word)?.[1] ?? []));
}

function without(words: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...words].filter((word) => !others.has(word)));
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && covers(a, b);
}

function covers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...b].every((word) => a.has(word));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...b].filter((word) => a.has(word)).length;
}
