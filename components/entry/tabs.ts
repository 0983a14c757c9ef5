import type { StoredCell } from "#lib/entry/queue.ts";
import { nameTab, newName, tabName } from "./local-store.ts";

type Said =
  | { kind: "hello" | "here"; tab: string; page: string }
  | { kind: "stored"; cells: readonly StoredCell[]; version: number };

/** How long other tabs have to answer; they are on the same machine. */
const ANSWER_MS = 250;

/** Tabs of one browser in which the same class is open: they tell each other what the server has taken. */
export class Tabs {
  private readonly channel: BroadcastChannel | null;
  /** This page, also when its tab has been copied. */
  private readonly page = newName();
  private readonly heard = new Set<string>();
  private isTwin = false;
  name = tabName();

  constructor(
    place: readonly (string | number)[],
    onStored: (cells: readonly StoredCell[], version: number) => void,
  ) {
    this.channel =
      typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`entry|${place.join("|")}`);
    this.channel?.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if (data.kind === "stored") onStored(data.cells, data.version);
      else {
        if (data.kind === "here" && data.tab === this.name && data.page !== this.page) this.isTwin = true;
        this.heard.add(data.tab);
        if (data.kind === "hello") this.say({ kind: "here", tab: this.name, page: this.page });
      }
    });
  }

  /** Asks who else is there; answers the names of all open tabs, the own one among them. */
  async meet(): Promise<Set<string>> {
    this.say({ kind: "hello", tab: this.name, page: this.page });
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
    if (this.isTwin) this.name = nameTab(newName());
    return new Set([...this.heard, this.name]);
  }

  tell(cells: readonly StoredCell[], version: number): void {
    if (cells.length > 0) this.say({ kind: "stored", cells, version });
  }

  close(): void {
    this.channel?.close();
  }

  private say(said: Said): void {
    this.channel?.postMessage(said);
  }
}
