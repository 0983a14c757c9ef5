import type { OutgoingHttpHeaders } from "node:http";
import type { Reading } from "./reading.ts";
import type { GappedText } from "./spliced-gzip.ts";

/** A page as it was drawn for one session. */
export interface KeptReading extends Reading {
  headers: OutgoingHttpHeaders;
  /** The word in its gaps when it was drawn. */
  nonce: string;
  text: GappedText;
  /** milliseconds of the process's clock */
  keptAt: number;
}

const MOST_BYTES = 64 * 1024 * 1024;
/** A page that nobody has drawn anew for so long is drawn anew. */
const LONGEST_MS = 10 * 60_000;

/**
 * Pages of signed-in people in memory. They are found by the address together with everything that the browser said of the reader (all
 * cookies), so one session never meets what was drawn for another; whether they may still be sent is asked at every visit.
 */
export class KeptReadings {
  readonly #readings = new Map<string, KeptReading>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  get(key: string, at: number): KeptReading | undefined {
    const kept = this.#readings.get(key);
    if (kept && at - kept.keptAt > LONGEST_MS) this.drop(key);
    return this.#readings.get(key);
  }

  /** Keeps a page and lets go of the longest kept ones when there are too many. */
  keep(key: string, reading: KeptReading): void {
    this.drop(key);
    this.#readings.set(key, reading);
    this.#bytes += bytesOf(reading);
    for (const oldest of this.#readings.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    const kept = this.#readings.get(key);
    if (!kept) return;
    this.#readings.delete(key);
    this.#bytes -= bytesOf(kept);
  }
}

function bytesOf({ text }: KeptReading): number {
  return [...text.plain, ...text.packed].reduce((sum, piece) => sum + piece.length, 0);
}
