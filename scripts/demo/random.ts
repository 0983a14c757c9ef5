/** A source of chance that gives the same numbers for the same names, on every machine and in every order of calls. */
export interface Chance {
  /** 0 ≤ x < 1 */
  uniform(): number;
  /** mean 0, standard deviation 1 */
  normal(): number;
  /** 0 … below − 1 */
  whole(below: number): number;
}

/** Chance of one thing («pupil 3 of school 980007»): what is drawn for another thing never shifts it. */
export function chanceOf(...names: readonly (string | number)[]): Chance {
  const uniform = sfc32(...hash(names.join("|")));
  // Box and Muller; the second of the two values is thrown away, so that every call costs two draws.
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, whole: (below) => Math.floor(uniform() * below) };
}

/** The list in another order. */
export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = chance.whole(i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/** Four words of 32 bits from a text; FNV with four different starts, stirred at the end. */
function hash(text: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let k = 0; k < 4; k++) words[k] = Math.imul((words[k] ?? 0) ^ (code + k * 131), 0x01000193);
  }
  return words.map((word) => {
    const half = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d);
    return (half ^ (half >>> 13)) >>> 0;
  }) as [number, number, number, number];
}

/** Chris Doty-Humphrey's small fast counter generator (PractRand), public domain. */
function sfc32(a: number, b: number, c: number, d: number): () => number {
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
