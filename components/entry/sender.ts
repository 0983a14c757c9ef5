import type { BatchAnswer, EntryQueue } from "#lib/entry/queue.ts";
import { newName } from "./local-store.ts";

/** How the way to the server is: free, broken, barred until the person signs in again, or refused with words. */
export type Line =
  | { kind: "free" }
  | { kind: "offline" }
  | { kind: "signedOut" }
  | { kind: "refused"; words: string };

const TYPING_PAUSE_MS = 500;
const POLL_MS = 15_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
const BARRED_MS = 5_000;
const TIMEOUT_MS = 15_000;

/** What a batch says besides its cells. */
export interface SenderPlace {
  workId: number;
  schoolId: number;
  classLabel: string;
  personId: number;
  pass: 1 | 2;
}

/** Carries the queue to the server: one batch at a time, again and again until it is answered; and asks now and then what others did. */
export class Sender {
  line: Line = { kind: "free" };
  /** When the server last answered, its own clock. */
  savedAt: string | null = null;
  private readonly sitting = newName();
  private readonly place: SenderPlace;
  private readonly queue: EntryQueue;
  private readonly onAnswer: (answer: BatchAnswer) => void;
  private readonly onLine: () => void;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private busy: Promise<void> | null = null;
  private failures = 0;
  private closed = false;

  constructor(
    place: SenderPlace,
    queue: EntryQueue,
    told: { onAnswer: (answer: BatchAnswer) => void; onLine: () => void },
  ) {
    this.place = place;
    this.queue = queue;
    this.onAnswer = told.onAnswer;
    this.onLine = told.onLine;
    // At once, also with nothing to send: a page that was kept by the browser may be behind.
    this.schedule(0);
  }

  get isBusy(): boolean {
    return this.busy !== null;
  }

  /** Something was typed: send it when the hand rests. A line that is broken is tried at its own pace. */
  poke(): void {
    if (this.line.kind === "free" && !this.busy) this.schedule(TYPING_PAUSE_MS);
  }

  /** Tries now, whatever the pace was. */
  async now(): Promise<void> {
    await this.busy;
    do await this.run();
    while (this.queue.unsent > 0 && this.line.kind === "free" && !this.closed);
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private schedule(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.run(), ms);
  }

  private async run(): Promise<void> {
    if (this.busy) return this.busy;
    this.busy = this.exchange();
    this.onLine();
    await this.busy;
    this.busy = null;
    this.onLine();
    if (this.line.kind === "free") this.schedule(this.queue.unsent > 0 ? 0 : POLL_MS);
    else if (this.line.kind === "offline")
      this.schedule(RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)] ?? POLL_MS);
    else this.schedule(BARRED_MS);
  }

  private async exchange(): Promise<void> {
    const batch = this.queue.take(newName()) ?? { id: newName(), edits: [] };
    try {
      const response = await fetch("/api/entry/cells", {
        method: "POST",
        headers: { "content-type": "application/json" },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        body: JSON.stringify({
          ...this.place,
          batch: batch.id,
          sitting: this.sitting,
          since: this.queue.since,
          edits: batch.edits,
        }),
      });
      if (this.closed) return;
      if (response.ok) {
        const { at, ...answer } = (await response.json()) as BatchAnswer & { at: string };
        this.failures = 0;
        this.line = { kind: "free" };
        if (batch.edits.length > 0) this.savedAt = at;
        this.onAnswer(answer);
      } else if (response.status === 401) this.line = { kind: "signedOut" };
      else if (response.status >= 500) this.line = { kind: "offline" };
      else {
        const { words } = (await response.json().catch(() => ({}))) as { words?: string };
        this.line = { kind: "refused", words: words ?? "" };
      }
    } catch {
      // No connection, no server, or a proxy that answers with a page: all the same to the person.
      if (!this.closed) this.line = { kind: "offline" };
    }
  }
}
