/** The pupils of one class against its list. Numbers that nobody knows are null, never 0. */
export interface ClassAccount {
  /** "" = rows whose class the file did not say. */
  label: string;
  /** Size of the class by the school's own list; null when the list does not have it. */
  listed: number | null;
  /** Wrote the work. */
  present: number;
  /** Stand in the results as absent. */
  absent: number;
  /** Absent pupils = class list − participants; negative when more wrote than the list has. */
  missing: number | null;
  /** Of the missing those of whom the results say nothing. */
  unaccounted: number | null;
}

/** One account a class: those of the list in its order, then those that only the results know. */
export function classAccounts(
  list: readonly { label: string; pupils: number | null }[],
  results: readonly { label: string; present: number; absent: number }[],
): ClassAccount[] {
  const byLabel = new Map(results.map((one) => [one.label, one]));
  const labels = [...new Set([...list.map(({ label }) => label), ...byLabel.keys()])];
  const listed = new Map(list.map(({ label, pupils }) => [label, pupils]));
  return labels.map((label) => {
    const { present, absent } = byLabel.get(label) ?? { present: 0, absent: 0 };
    const size = listed.get(label) ?? null;
    const missing = size === null ? null : size - present;
    return {
      label,
      listed: size,
      present,
      absent,
      missing,
      unaccounted: missing === null ? null : missing - absent,
    };
  });
}

/** What a class owes, if it owes anything: somebody has to find out. */
export interface AbsenceTask {
  /** "" = the whole parallel: its absent pupils stand in the results without their class. */
  label: string;
  unaccounted: number;
}

/**
 * Pupils of whom nobody has said anything, by class. When absent pupils stand in the results without a class (as in regional
 * exports) they could belong to any, so the classes are asked together.
 */
export function absenceTasks(accounts: readonly ClassAccount[]): AbsenceTask[] {
  const known = accounts.filter((one) => one.listed !== null);
  const unplaced = accounts.find(({ label }) => label === "");
  if (unplaced) {
    const total =
      known.reduce((sum, one) => sum + (one.unaccounted ?? 0), 0) - unplaced.present - unplaced.absent;
    return total > 0 ? [{ label: "", unaccounted: total }] : [];
  }
  return known.flatMap(({ label, unaccounted }) =>
    unaccounted !== null && unaccounted > 0 ? [{ label, unaccounted }] : [],
  );
}
