import type { QueueStore } from "#lib/entry/queue.ts";

/** Names of a browser's own making: of batches, sittings and tabs. Works where `randomUUID` does not: on plain http. */
export function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The part of the browser's store that belongs to one class, work, person and typing; each tab has its own drawer in it. */
export class LocalQueues {
  private readonly prefix: string;
  /** False when the browser refuses to keep anything: then only the open page holds what is not yet sent. */
  durable = true;

  constructor(place: readonly (string | number)[]) {
    this.prefix = `entry|${place.join("|")}|`;
  }

  /** The drawer of a tab. */
  drawer(tab: string): QueueStore {
    const start = `${this.prefix}${tab}|`;
    const kept = new Map(this.read(start));
    return {
      put: (key, text) => {
        kept.set(key, text);
        try {
          localStorage.setItem(start + key, text);
        } catch {
          this.durable = false;
        }
      },
      remove: (key) => {
        kept.delete(key);
        try {
          localStorage.removeItem(start + key);
        } catch {
          this.durable = false;
        }
      },
      entries: () => [...kept],
    };
  }

  /** Takes out the drawers of tabs that are gone. */
  takeLeft(alive: ReadonlySet<string>): (readonly [string, string])[] {
    const left = this.read(this.prefix).filter(([key]) => !alive.has(key.slice(0, key.indexOf("|"))));
    for (const [key] of left) localStorage.removeItem(this.prefix + key);
    return left.map(([key, text]) => [key.slice(key.indexOf("|") + 1), text] as const);
  }

  private read(start: string): [string, string][] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(start))
        .map((key) => [key.slice(start.length), localStorage.getItem(key) ?? ""]);
    } catch {
      this.durable = false;
      return [];
    }
  }
}

const tabKey = "entry-tab";

/** The name of this tab; it stays when the page is loaded again. */
export function tabName(): string {
  try {
    return sessionStorage.getItem(tabKey) ?? nameTab(newName());
  } catch {
    return newName();
  }
}

/** Gives this tab another name: a copied tab comes with the name of its original. */
export function nameTab(name: string): string {
  try {
    sessionStorage.setItem(tabKey, name);
  } catch {
    // Without a store the name lives as long as the page.
  }
  return name;
}
