const MEGABYTE = 1024 * 1024;

/** What a file may ask of us at most. Every limit ends in a refusal with its own sentence, never in a cut table. */
export interface Limits {
  /** size of the file itself, bytes */
  fileBytes: number;
  /** sum of all parts of a workbook after inflation, bytes */
  inflatedBytes: number;
  /** inflated size divided by compressed size of one part; looked at once a part is larger than `ratioFrom` */
  inflationRatio: number;
  ratioFrom: number;
  sheets: number;
  /** rows of a sheet; a few stray cells below are reported one by one, more refuse the file */
  rows: number;
  /** columns of a sheet: 16,384 is the most that a worksheet can hold (column XFD) */
  columns: number;
  /** places of cells in memory over all sheets, blank ones between filled ones included */
  cells: number;
  /** characters of one cell: 32,767 is the most that a worksheet can hold */
  cellCharacters: number;
}

/** A country's regional export has about 26,000 rows of 40 columns; these limits leave ample room above it. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 40 * MEGABYTE,
  inflatedBytes: 200 * MEGABYTE,
  inflationRatio: 200,
  ratioFrom: 4 * MEGABYTE,
  sheets: 60,
  rows: 200_000,
  columns: 16_384,
  cells: 8_000_000,
  cellCharacters: 32_767,
};
