/** How the marks of a work stand to the marks of the journal. */
export interface JournalAgreement {
  /** Pupils who have both marks: the base of the shares. */
  readonly base: number;
  /** Mark of the work below the journal mark (понизили). */
  readonly lowered: number;
  /** Both marks equal (подтвердили). */
  readonly confirmed: number;
  /** Mark of the work above the journal mark (повысили). */
  readonly raised: number;
  /** Pupils whose marks differ by two or three: cases to look at one by one. */
  readonly apart: number;
  /** Shares of the base in per cent. */
  readonly loweredPercent: number;
  readonly confirmedPercent: number;
  readonly raisedPercent: number;
}

/**
 * Comparison with journal marks (сравнение отметок с отметками по журналу) from the 4 × 4 matrix of a summary, index
 * (mark − 2) · 4 + (journal mark − 2). The base holds only pupils with both marks, as in the reports of ФИС ОКО.
 *
 * Units: pupils, and per cent 0–100. Null when nobody has both marks. A RangeError unless there are sixteen counts.
 * R: `d <- mark - journal; c(sum(d < 0), sum(d == 0), sum(d > 0), sum(abs(d) >= 2))`.
 * Source: handbook §1.6.3; gap of two marks: ФИОКО 2026, p. 11.
 *
 * @example journalAgreement([0,0,0,0, 1,2,0,0, 0,0,0,0, 0,0,0,0]) // { base: 3, confirmed: 2, raised: 1, … }
 */
export function journalAgreement(matrix: readonly number[]): JournalAgreement | null {
  if (matrix.length !== 16) throw new RangeError(`A matrix of marks has 16 cells, got ${matrix.length}`);
  const sumWhere = (test: (difference: number) => boolean) =>
    matrix.reduce((sum, count, i) => (test(Math.floor(i / 4) - (i % 4)) ? sum + count : sum), 0);
  const base = sumWhere(() => true);
  if (base === 0) return null;
  const lowered = sumWhere((difference) => difference < 0);
  const confirmed = sumWhere((difference) => difference === 0);
  const raised = sumWhere((difference) => difference > 0);
  return {
    base,
    lowered,
    confirmed,
    raised,
    apart: sumWhere((difference) => Math.abs(difference) >= 2),
    loweredPercent: (100 * lowered) / base,
    confirmedPercent: (100 * confirmed) / base,
    raisedPercent: (100 * raised) / base,
  };
}

/**
 * Share of pupils whose two marks differ by two or three.
 *
 * Units: per cent of the base; never null, because an agreement has a base. R: `100 * mean(abs(d) >= 2)`.
 * Source: gap of two marks: ФИОКО 2026, p. 11.
 *
 * @example apartPercent(journalAgreement([0,0,0,0, 1,2,0,0, 0,1,0,0, 0,0,0,0])!) // 0
 */
export function apartPercent({ apart, base }: JournalAgreement): number {
  return (100 * apart) / base;
}
