/** The works that the published method looks at: subject and grade of ВПР, or ОГЭ. */
export type OfficialProcedure = "RU4" | "MA4" | "RU5" | "MA5" | "OGE_RU" | "OGE_MA";
export type OfficialSubject = "RU" | "MA";
export type OfficialRule = "overHigh" | "negative" | "rise" | "fall";

interface Listed<R extends OfficialRule, Of> {
  readonly number: number;
  readonly rule: R;
  readonly of: Of;
}

/** One of the fourteen: its number in the document, its rule, and what it looks at. */
export type OfficialMarker =
  | Listed<"overHigh", OfficialProcedure>
  | Listed<"negative", OfficialProcedure>
  | Listed<"rise", OfficialSubject>
  | Listed<"fall", OfficialSubject>;

/**
 * The fourteen markers of the published method in its own order. Number 9 is printed in the document as grade 4 a second
 * time; its appendix names grades 4 and 5, so it is read as grade 5. The document says that the list is "constantly
 * extended": a list of schools of a later year may stand on more than these.
 *
 * Source: ФИОКО 2019, list of признаки; handbook §4.1.1.
 */
export const OFFICIAL_MARKERS: readonly OfficialMarker[] = [
  { number: 1, rule: "overHigh", of: "RU4" },
  { number: 2, rule: "overHigh", of: "MA4" },
  { number: 3, rule: "overHigh", of: "RU5" },
  { number: 4, rule: "overHigh", of: "MA5" },
  { number: 5, rule: "overHigh", of: "OGE_RU" },
  { number: 6, rule: "overHigh", of: "OGE_MA" },
  { number: 7, rule: "negative", of: "RU4" },
  { number: 8, rule: "negative", of: "MA4" },
  { number: 9, rule: "negative", of: "RU5" },
  { number: 10, rule: "negative", of: "MA5" },
  { number: 11, rule: "rise", of: "RU" },
  { number: 12, rule: "rise", of: "MA" },
  { number: 13, rule: "fall", of: "RU" },
  { number: 14, rule: "fall", of: "MA" },
];
