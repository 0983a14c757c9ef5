/** One change of one cell of a draft. */
export interface CellStep {
  at: string;
  /** Empty when the viewer may not see that person. */
  by: string;
  /** Typed, taken over from the results that stood, or decided between two typings. */
  how: "typed" | "taken" | "resolved";
  before: string;
  after: string;
}
