import { isMainThread, threadId } from "node:worker_threads";

/** Functions that tests run in a worker. */
export function add(one: number, other: number): number {
  return isMainThread ? Number.NaN : one + other;
}

export function busy(milliseconds: number): string {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return "done";
}

export function hoard(): number {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => index + kept.length));
}

export function leave(): never {
  process.exit(0);
}

export function fail(): never {
  throw new Error("a defect");
}

export function environment(): string[] {
  return Object.keys(process.env);
}

export function* count(until: number): Generator<number, string> {
  for (let index = 0; index < until; index += 1) yield index;
  return "end";
}

export function threadNumber(): number {
  return threadId;
}

/** Ends with so many megabytes in memory. */
export function hold(megabytes: number): number {
  held = Array.from({ length: megabytes }, () => new Uint8Array(1024 * 1024).fill(1));
  return held.length;
}
let held: Uint8Array[] = [];

export function* ask(what: string): Generator<string, string, string> {
  return `${yield `${what}?`}!`;
}
