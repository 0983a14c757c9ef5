/**
 * A number that depends on the name alone (FNV-1a with a last stirring). Cells of equal cost are taken in the order of
 * these numbers: so a result does not depend on the order in which cells are given, and no school is always the first
 * to lose its numbers because of its place in the alphabet.
 */
export function keyOf(name: string): number {
  let key = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) key = Math.imul(key ^ name.charCodeAt(i), 0x01000193);
  return stirred(key);
}

/** Spreads a 32-bit number over all 32 bits, one to one. */
export function stirred(word: number): number {
  let key = word;
  key = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
  return (key ^ (key >>> 16)) >>> 0;
}

/** Sorts `order` by keys[order[i]], keeping the order of equal ones: least digit first, in time linear in its length. */
export function sortByKey(order: Int32Array, keys: Uint32Array): void {
  let least = 0xffffffff;
  let greatest = 0;
  for (const at of order) {
    const key = keys[at]!;
    if (key < least) least = key;
    if (key > greatest) greatest = key;
  }
  // Few at a time are inserted faster than counted.
  if (order.length <= 32) {
    for (let i = 1; i < order.length; i++) {
      const moved = order[i]!;
      let to = i;
      for (; to > 0 && keys[order[to - 1]!]! > keys[moved]!; to--) order[to] = order[to - 1]!;
      order[to] = moved;
    }
    return;
  }
  const places = new Int32Array(257);
  let from: Int32Array = order;
  let into: Int32Array = new Int32Array(order.length);
  for (let shift = 0; shift < 32 && (greatest - least) / 2 ** shift >= 1; shift += 8) {
    places.fill(0);
    for (const at of from) places[(((keys[at]! - least) >>> shift) & 255) + 1]!++;
    for (let digit = 0; digit < 256; digit++) places[digit + 1]! += places[digit]!;
    for (const at of from) {
      const digit = ((keys[at]! - least) >>> shift) & 255;
      into[places[digit]!++] = at;
    }
    [from, into] = [into, from];
  }
  if (from !== order) order.set(from);
}
