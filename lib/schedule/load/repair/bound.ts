/**
 * How many of these pieces must move at least: of each group in which everyone clashes with everyone all but one. Groups are
 * gathered greedily and share no piece, so the sum is a bound for every repair. `edges[i]` are the pieces that clash with i.
 */
export function leastMoves(edges: ReadonlyMap<number, ReadonlySet<number>>): number {
  const free = new Set(edges.keys());
  let least = 0;
  for (const [piece, others] of edges) {
    if (!free.has(piece)) continue;
    const group = [piece];
    for (const other of others)
      if (free.has(other) && group.every((member) => member === piece || edges.get(member)?.has(other)))
        group.push(other);
    if (group.length < 2) continue;
    for (const member of group) free.delete(member);
    least += group.length - 1;
  }
  return least;
}
