import { describe, expect, it } from "vitest";
import { mcnemar } from "#lib/statistics/association/mcnemar.ts";
import { signTest } from "#lib/statistics/association/sign-test.ts";
import { journalAgreement } from "#lib/statistics/journal-agreement.ts";
import type { Summary } from "#lib/statistics/summary.ts";
import { expectClose } from "#tests/support/close.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

function sign({ journal }: Summary) {
  const agreement = journalAgreement(journal);
  const raised = agreement?.raised ?? 0;
  const lowered = agreement?.lowered ?? 0;
  return { raised, lowered, p: signTest(raised, lowered)?.p ?? null };
}

describe("the sign test", () => {
  it.each(DISTRICT_WORKS)("agrees with R for %s, the district and every school", (work) => {
    expectEntry(sign(districtSummary(work)), expected(`signTest.region.${work}`));
    const schools = [...districtSummaries(work, "school")];
    expectEntry(
      Object.fromEntries(schools.map(([school, summary]) => [school, sign(summary)])),
      expected(`signTest.school.${work}`),
    );
  });

  // R: binom.test(9, 12); binom.test(6, 12); binom.test(0, 5); binom.test(400, 1000)
  it("agrees with R on single counts, tails of 1e-10 as well", () => {
    const test = signTest(9, 3)!;
    expect(test.share).toBe(0.75);
    expectClose(test.p, 0.14599609375, 1e-13);
    expectClose(test.low, 0.4281415381218109, 1e-12);
    expectClose(test.high, 0.9451393554720072, 1e-12);
    expect(signTest(6, 6)!.p).toBe(1);
    expectClose(signTest(0, 5)!.p, 0.0625, 1e-14);
    expectClose(signTest(400, 600)!.p, 2.728464156066027e-10, 1e-11);
    expect(signTest(600, 400)!.p).toBe(signTest(400, 600)!.p);
    expect(signTest(9, 3, 0.9)!.low).toBeGreaterThan(test.low);
  });

  it("is not defined when no pair differs, and refuses what is no count", () => {
    expect(signTest(0, 0)).toBeNull();
    expect(() => signTest(-1, 2)).toThrow(RangeError);
    expect(() => signTest(2, -1)).toThrow(RangeError);
    expect(() => signTest(1.5, 2)).toThrow(RangeError);
    expect(() => signTest(1, 2, 95)).toThrow(RangeError);
  });
});

describe("McNemar's test", () => {
  it.each(DISTRICT_WORKS)("agrees with R for %s: 4–5 against 2–3 in the journal and the work", (work) => {
    const { journal } = districtSummary(work);
    const count = (isThere: (mark: number, journalMark: number) => boolean) =>
      journal.reduce((sum, n, i) => (isThere(Math.floor(i / 4) + 2, (i % 4) + 2) ? sum + n : sum), 0);
    const b = count((mark, journalMark) => journalMark >= 4 && mark < 4);
    const c = count((mark, journalMark) => journalMark < 4 && mark >= 4);
    const test = mcnemar(b, c)!;
    expectEntry(
      {
        ...{ b, c, chi2: test.chiSquared, p: test.p, pExact: test.pExact },
        ...{ chi2Corrected: test.chiSquaredCorrected, pCorrected: test.pCorrected },
      },
      expected(`mcnemar.region.${work}`),
    );
  });

  // R: mcnemar.test(matrix(c(5, 2, 10, 7), 2), correct = FALSE), correct = TRUE; binom.test(10, 12)
  it("agrees with R on single counts", () => {
    const test = mcnemar(10, 2)!;
    expectClose(test.chiSquared, 16 / 3, 1e-15);
    expectClose(test.p, 0.020921335337794066, 1e-12);
    expectClose(test.chiSquaredCorrected, 49 / 12, 1e-15);
    expectClose(test.pCorrected, 0.04330814281079194, 1e-12);
    expectClose(test.pExact, 158 / 4096, 1e-13);
    expect(mcnemar(2, 10)).toEqual(test);
  });

  it("finds nothing when as many went one way as the other; the correction does not turn that round", () => {
    expect(mcnemar(4, 4)).toEqual({ chiSquared: 0, p: 1, chiSquaredCorrected: 0, pCorrected: 1, pExact: 1 });
    expect(mcnemar(4, 5)!.chiSquaredCorrected).toBe(0);
  });

  it("is not defined when nobody changed, and refuses what is no count", () => {
    expect(mcnemar(0, 0)).toBeNull();
    expect(() => mcnemar(-1, 3)).toThrow(RangeError);
    expect(() => mcnemar(3, -1)).toThrow(RangeError);
    expect(() => mcnemar(0.5, 0.5)).toThrow(RangeError);
  });
});
