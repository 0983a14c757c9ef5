/**
 * The first circle that a code closes by what its formula uses, as the codes along it with the first one again at the end
 * (`D1 → D2 → D1`); null when there is none. `uses` answers with the codes a formula names.
 */
export function findCycle(code: string, uses: (code: string) => readonly string[]): string[] | null {
  const done = new Set<string>();
  const walk = (at: string, path: readonly string[]): string[] | null => {
    if (path.includes(at)) return at === code ? [...path, at] : null;
    if (done.has(at)) return null;
    for (const next of uses(at)) {
      const found = walk(next, [...path, at]);
      if (found) return found;
    }
    done.add(at);
    return null;
  };
  return walk(code, []);
}

/**
 * Codes in an order in which everything that a formula uses stands before it; those on a circle are left out and named
 * apart: they cannot be computed.
 */
export function computingOrder(
  codes: readonly string[],
  uses: (code: string) => readonly string[],
): { order: string[]; circular: string[] } {
  const known = new Set(codes);
  const state = new Map<string, "open" | "done" | "circular">();
  const order: string[] = [];
  const visit = (code: string): boolean => {
    const seen = state.get(code);
    if (seen !== undefined) return seen === "done";
    state.set(code, "open");
    const sound = uses(code)
      .filter((used) => known.has(used))
      .map(visit)
      .every(Boolean);
    state.set(code, sound ? "done" : "circular");
    if (sound) order.push(code);
    return sound;
  };
  for (const code of codes) visit(code);
  return { order, circular: codes.filter((code) => state.get(code) === "circular") };
}
