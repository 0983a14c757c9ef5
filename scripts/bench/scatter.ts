/** A number in [0, 1) that depends only on these whole numbers: the same on every machine and in every order of calls. */
export function scatter(...numbers: readonly number[]): number {
  let word = 0x9e3779b9;
  for (const number of numbers) {
    word = Math.imul(word ^ number, 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    word ^= word >>> 16;
  }
  return (word >>> 0) / 4_294_967_296;
}
