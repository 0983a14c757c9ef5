import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { raschCategories } from "#lib/statistics/item-response/item-categories.ts";
import { itemFit, personFit } from "#lib/statistics/item-response/item-fit.ts";
import { partialCreditModel } from "#lib/statistics/item-response/partial-credit.ts";
import { raschModel } from "#lib/statistics/item-response/rasch.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { booklets, coded, invented, partialCredit, rightWrong } from "./answers.ts";

const rasch = raschModel(rightWrong);
const partial = partialCreditModel(partialCredit);
if (!rasch.converged || !partial.converged) throw new Error("the fixtures can be estimated");
const raschItems = raschCategories(rasch.difficulties);

describe("infit and outfit", () => {
  it.each([
    ["rasch.fit", rightWrong, raschItems],
    ["pcm.fit", partialCredit, partial.categories],
  ] as const)("of items are those of R (%s)", (id, answers, categories) => {
    const { items, personsUsed } = itemFit(answers, categories);
    expectEntry(
      { personsUsed, outfit: items.map((fit) => fit!.outfit), infit: items.map((fit) => fit!.infit) },
      expected(id),
    );
    expect(items.every((fit) => fit!.answers === personsUsed)).toBe(true);
  });

  // R: the formulas of eRm::itemfit and eRm::personfit (q and cube root) at the exact estimates of the reference script.
  it("as normal deviates are those of R", () => {
    const first = itemFit(rightWrong, raschItems).items;
    const close = (got: (number | null | undefined)[], wanted: number[]) =>
      wanted.forEach((value, i) => {
        expect(got[i]).toBeCloseTo(value, 9);
      });
    close(
      first.map((fit) => fit!.infitZ),
      [-1.381942443721, -1.667536078027, -0.514031234524, -1.319024808302, -2.74937009774, 6.301325698427],
    );
    close(
      first.map((fit) => fit!.outfitZ),
      [-0.452479654853, -1.639926480379, -0.348662519248, -1.048501318458, -1.772481030701, 5.703127151019],
    );
    const second = itemFit(partialCredit, partial.categories).items;
    close(
      second.map((fit) => fit!.infitZ),
      [-1.103418734695, -0.44177194779, -0.648727798642, -1.179171018573, -1.028533082094, -0.665393678033],
    );
    close(
      second.map((fit) => fit!.outfitZ),
      [-0.527001195498, -0.269373498993, -0.617695117116, -1.154390859894, -1.022647157076, -0.045064020632],
    );
  });

  it("of persons are those of R", () => {
    const persons = personFit(rightWrong, raschItems);
    expect(persons).toHaveLength(1000);
    expect(persons.filter((fit) => fit === null)).toHaveLength(5);
    const wanted = [
      [1.060307807325, 1.01562820489, 0.300296853029, 0.235471377021],
      [1.186852404443, 0.80800117526, 0.566458008929, 0.1148897492],
      [1.086247661146, 0.940659090661, 0.385402924104, 0.115188082437],
      [0.694055017143, 0.572490482275, -1.465853716212, -1.36931229727],
    ];
    wanted.forEach(([infit, outfit, infitZ, outfitZ], person) => {
      expect(persons[person]).toEqual({
        infit: expect.closeTo(infit!, 9),
        outfit: expect.closeTo(outfit!, 9),
        infitZ: expect.closeTo(infitZ!, 9),
        outfitZ: expect.closeTo(outfitZ!, 9),
        answers: 20,
      });
    });
    const [first, second] = personFit(partialCredit, partial.categories);
    expect(first!.infit).toBeCloseTo(1.041314781193, 9);
    expect(first!.outfitZ).toBeCloseTo(0.665696122351, 9);
    expect(second!.outfit).toBeCloseTo(2.262974974434, 9);
    expect(second!.infitZ).toBeCloseTo(0.413947592021, 9);
  });

  it("repeat the hand computation for three equal items", () => {
    // Scores 1, 1, 2: probabilities 1/3, 1/3, 2/3, each variance 2/9. Residuals of item 2: −1/3, 2/3, −2/3.
    const { items, personsUsed } = itemFit(coded("100 010 101"), raschCategories([0, 0, 0]));
    expect(personsUsed).toBe(3);
    expect(items.map((fit) => fit!.infit)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1.5, 12),
      expect.closeTo(0.5, 12),
    ]);
    expect(items.map((fit) => fit!.outfit)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1.5, 12),
      expect.closeTo(0.5, 12),
    ]);
    // Fourth moment 2/9·(1 − 3·2/9) = 2/27, less the squared variance 4/81: 2/81; q² = 3·(2/81)/(2/3)² = 1/6.
    const q = Math.sqrt(1 / 6);
    expect(items[1]!.infitZ).toBeCloseTo((Math.cbrt(1.5) - 1) * (3 / q) + q / 3, 11);
    expect(items[1]!.outfitZ).toBeCloseTo((Math.cbrt(1.5) - 1) * (3 / q) + q / 3, 11);
    const [person, nobody] = personFit(coded("100 111"), raschCategories([0, 0, 0]));
    expect(person).toMatchObject({ infit: expect.closeTo(1, 12), outfit: expect.closeTo(1, 12), answers: 3 });
    expect(nobody).toBeNull();
  });

  it("count only the answers given: a person's ability comes from the person's own items", () => {
    const model = raschModel(booklets);
    if (!model.converged) throw new Error(model.reason);
    const categories = raschCategories(model.difficulties);
    const { items, personsUsed } = itemFit(booklets, categories);
    const halves = [
      itemFit(
        booklets.slice(0, 500).map((row) => row.slice(0, 12)),
        categories.slice(0, 12),
      ),
      itemFit(
        booklets.slice(500).map((row) => row.slice(8)),
        categories.slice(8),
      ),
    ] as const;
    expect(personsUsed).toBe(halves[0].personsUsed + halves[1].personsUsed);
    expect(items[0]).toEqual(halves[0].items[0]);
    expect(items[19]).toEqual(halves[1].items[11]);
    expect(items[9]!.answers).toBe(personsUsed);
    expect(personFit(booklets, categories)[700]).toEqual(personFit(booklets.slice(700, 701), categories)[0]);
  });
});

describe("what infit and outfit say instead of a number", () => {
  it("nobody usable: null", () => {
    const items = raschCategories([0, 1]);
    expect(itemFit([], items)).toEqual({ items: [null, null], personsUsed: 0 });
    expect(itemFit(coded("11 00"), items)).toEqual({ items: [null, null], personsUsed: 0 });
    expect(personFit([], items)).toEqual([]);
    expect(personFit(coded("11 --"), items)).toEqual([null, null]);
  });

  it("dropped items and persons with impossible points take no part", () => {
    const rows = coded("1050 0151 1150");
    const plain = rows.map((row) => [row[0]!, row[1]!, row[3]!]);
    const some = itemFit(rows, [[0, 0], [0, 1], null, [0, 0.5]]);
    expect(some.items[2]).toBeNull();
    expect(some.items.filter((fit) => fit)).toEqual(
      itemFit(plain, [
        [0, 0],
        [0, 1],
        [0, 0.5],
      ]).items,
    );
    const impossible = personFit(coded("10 20 21"), [
      [0, null, 0.3],
      [0, 0],
    ]);
    expect(impossible[0]).toBeNull();
    expect(impossible[1]).not.toBeNull();
  });

  it("a mean square that cannot vary has no normal deviate", () => {
    // Two equal items, one solved: both residuals are ±1/2 and both standardised residuals ±1, whatever is answered.
    const { items } = itemFit(coded("10 01"), raschCategories([0, 0]));
    expect(items[0]).toEqual({
      infit: expect.closeTo(1, 12),
      outfit: expect.closeTo(1, 12),
      infitZ: null,
      outfitZ: null,
      answers: 2,
    });
  });

  it("misuse is a RangeError", () => {
    expect(() => itemFit([[1, 0, 1]], raschCategories([0, 0]))).toThrow("2 items have 3 answers each");
    expect(() => personFit([[1, Number.NaN]], raschCategories([0, 0]))).toThrow(RangeError);
  });
});

describe("invariants of infit and outfit", () => {
  it("do not depend on the order of persons, and weigh to 1 within a group of equal items", () => {
    fc.assert(
      fc.property(invented([1, 1, 1, 1], { min: 1, max: 25 }), (rows) => {
        const items = raschCategories([0, 0, 0, 0]);
        const fit = itemFit(rows, items);
        const turned = itemFit([...rows].reverse(), items);
        fit.items.forEach((one, i) => {
          if (one) expect(turned.items[i]!.infit).toBeCloseTo(one.infit, 9);
        });
        // With equal items every person's squared residuals sum to n·p·q, so that all outfits together average 1.
        if (fit.personsUsed > 0)
          expect(fit.items.reduce((sum, one) => sum + one!.outfit, 0) / 4).toBeCloseTo(1, 9);
      }),
    );
  });
});
