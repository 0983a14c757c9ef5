/**
 * How many of these pieces must move at least: of each group in which everyone clashes with everyone all but one. Groups are
 * gathered greedily and share no piece, so the sum is a bound for every repair. `edges[i]` are the pieces that clash with i.
 */
export function leastMoves(edges: ReadonlyMap<number, ReadonlySet<number>>): number {
  const free = new Set(edges.keys());
  let least = 0;
  for (const piece of edges.keys()) {
    if (!free.has(piece)) continue;
    const group = largestGroup(edges, free, piece);
    if (group.length < 2) continue;
    for (const member of group) free.delete(member);
    least += group.length - 1;
  }
  return least;
}

/** The largest of the groups around a piece that begin with one of its neighbours and take whoever clashes with all. */
function largestGroup(
  edges: ReadonlyMap<number, ReadonlySet<number>>,
  free: ReadonlySet<number>,
  piece: number,
): number[] {
  const others = [...(edges.get(piece) ?? [])].filter((other) => free.has(other));
  let largest: number[] = [];
  for (const start of others) {
    const group = [piece, start];
    for (const other of others)
      if (other !== start && group.every((member) => member === piece || edges.get(member)?.has(other)))
        group.push(other);
    if (group.length > largest.length) largest = group;
  }
  return largest;
}
