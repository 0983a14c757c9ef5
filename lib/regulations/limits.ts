/** Files of acts are small; a scan of many pages may have some tens of megabytes. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;
export const MOST_FILES = 12;
/** Clauses of one edition; the longest codes have about as many. */
export const MOST_CLAUSES = 3_000;
