/** A value as a docstring prints it: numbers with as many digits as stand there, lists and objects that may be cut short by «…». */
export type Printed =
  | { kind: "number"; value: number; tolerance: number }
  | { kind: "literal"; value: string | boolean | null }
  | { kind: "list"; items: Printed[]; cut: boolean }
  | { kind: "object"; entries: [string, Printed][]; cut: boolean };

const NUMBER = /^[-−]?(?:Infinity|\d+(?:\.\d+)?(?:e[+-]?\d+)?)/;
/** Doubles printed in full agree up to their last bits. */
const FULL = 1e-12;

/**
 * Reads the value at the beginning of a text; null when none stands there. What follows the value is for people and is not
 * read. «0.17…» is anything within one unit of its last digit; a number printed in full holds to 1e-12 of itself.
 *
 * @example readPrinted("{ low: 0.17…, high: 1 } of 28") // the bounds 0.16–0.18 and 1
 */
export function readPrinted(text: string): Printed | null {
  return new Reader(text).value();
}

/** Where the value differs from what is printed, as a sentence; null when nowhere. */
export function differenceFrom(printed: Printed, actual: unknown, at = "it"): string | null {
  const wrong = () => `${at} is ${JSON.stringify(actual)}`;
  if (printed.kind === "number")
    return typeof actual === "number" &&
      (actual === printed.value || Math.abs(actual - printed.value) <= printed.tolerance)
      ? null
      : wrong();
  if (printed.kind === "literal") return actual === printed.value ? null : wrong();
  if (actual === null || typeof actual !== "object") return wrong();
  if (printed.kind === "list") {
    const list = actual instanceof Set || ArrayBuffer.isView(actual) ? [...(actual as never)] : actual;
    if (
      !Array.isArray(list) ||
      (printed.cut ? list.length < printed.items.length : list.length !== printed.items.length)
    )
      return wrong();
    return first(printed.items.map((item, i) => differenceFrom(item, list[i], `${at}[${i}]`)));
  }
  const known = actual as Readonly<Record<string, unknown>>;
  const more = Object.keys(known).filter((key) => !printed.entries.some(([name]) => name === key));
  if (!printed.cut && more.length > 0) return `${at} has also ${more.join(", ")}`;
  return first(printed.entries.map(([key, value]) => differenceFrom(value, known[key], `${at}.${key}`)));
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((one) => one !== null) ?? null;
}

class Reader {
  private rest: string;

  constructor(text: string) {
    this.rest = text.trimStart();
  }

  value(): Printed | null {
    this.take(/^(?:Float64Array|Int32Array|Uint8Array|Set)\s*(?=[[{])/);
    if (this.take(/^\[\s*/)) return this.list("]");
    if (this.take(/^\{\s*/)) return this.object();
    const text = this.take(/^"[^"]*"/);
    if (text) return { kind: "literal", value: text.slice(1, -1) };
    const word = this.take(/^(?:null|true|false)\b/);
    if (word) return { kind: "literal", value: word === "null" ? null : word === "true" };
    return this.number();
  }

  private number(): Printed | null {
    const digits = this.take(NUMBER)?.replace("−", "-");
    if (digits === undefined) return null;
    const value = Number(digits);
    const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
    const cut = this.take(/^…/) !== undefined;
    return {
      kind: "number",
      value,
      tolerance: cut ? 10 ** -decimals : FULL * Math.max(1e-3, Math.abs(value)),
    };
  }

  private list(end: string): Printed | null {
    const items: Printed[] = [];
    for (;;) {
      if (this.take(/^\s*\]/)) return { kind: "list", items, cut: false };
      if (this.take(/^\s*…\s*\]/)) return { kind: "list", items, cut: true };
      const item = this.value();
      if (item === null) return null;
      items.push(item);
      if (this.take(/^\s*,\s*/) === undefined && !this.rest.trimStart().startsWith(end)) return null;
    }
  }

  private object(): Printed | null {
    const entries: [string, Printed][] = [];
    for (;;) {
      if (this.take(/^\s*\}/)) return { kind: "object", entries, cut: false };
      if (this.take(/^\s*…\s*\}/)) return { kind: "object", entries, cut: true };
      const name = this.take(/^"?[\wА-Яа-я]+"?(?=\s*:)/);
      if (name === undefined) return null;
      this.take(/^\s*:\s*/);
      const value = this.value();
      if (value === null) return null;
      entries.push([name.replaceAll('"', ""), value]);
      if (this.take(/^\s*,\s*/) === undefined && !this.rest.trimStart().startsWith("}")) return null;
    }
  }

  private take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.rest)?.[0];
    if (found !== undefined) this.rest = this.rest.slice(found.length);
    return found;
  }
}
