import { isDevelopment } from "#lib/platform/env.ts";
import { logDefect } from "#lib/platform/log.ts";
import { type Packed, pack } from "../door/packing.ts";
import type { Drawn } from "./answer.tsx";
import type { Freshness } from "./freshness.ts";

/** A page that was drawn once and may be sent again while it holds. */
export interface KeptPage {
  page: Drawn;
  freshness: Freshness;
  /** What the page was drawn from; the keeper of the address decides whether that is still so. */
  state: string;
  /** Asked at every visit: what the page would be drawn from now. Null: the address shows no such page any more. */
  now: () => Promise<string | null>;
  /** Null until it has been packed, a moment after it was drawn. */
  packed: Packed | null;
}

/** As many bytes of pages as are kept at most, plain and packed together. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Pages of the public side in memory, by path and language («/reports/x?lang=uk»). Keeping a page promises nothing about
 * its being true: whoever sends it asks `now` first, so that a withdrawn report is gone at once, on every process.
 */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  get(address: string): KeptPage | undefined {
    return this.#pages.get(address);
  }

  /** Keeps a page, packs it beside the event loop, and lets go of the longest kept ones when there are too many. */
  keep(address: string, page: Omit<KeptPage, "packed">): Promise<void> {
    this.drop(address);
    const kept: KeptPage = { ...page, packed: null };
    this.#pages.set(address, kept);
    this.#bytes += bytesOf(kept);
    this.#letGo();
    return pack(page.page.html).then(
      (packed) => {
        if (this.#pages.get(address) !== kept) return;
        this.#bytes -= bytesOf(kept);
        kept.packed = packed;
        this.#bytes += bytesOf(kept);
        this.#letGo();
      },
      (error) => logDefect("public.pack", error), // the page goes out by the long way
    );
  }

  drop(address: string): void {
    const kept = this.#pages.get(address);
    if (!kept) return;
    this.#pages.delete(address);
    this.#bytes -= bytesOf(kept);
  }

  #letGo(): void {
    for (const address of this.#pages.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.drop(address);
    }
  }
}

function bytesOf({ page, packed }: KeptPage): number {
  const { plain, gzip, br } = packed ?? { plain: "", gzip: "", br: "" };
  return page.html.length * 2 + plain.length + gzip.length + br.length;
}

const shared = Symbol.for("portal.kept-pages");

/** The pages of this process; while somebody works at them, those of this version of the sources. */
export const keptPages = ((): KeptPages => {
  if (isDevelopment()) return new KeptPages();
  const process = globalThis as { [shared]?: KeptPages };
  process[shared] ??= new KeptPages();
  return process[shared];
})();

/** The name under which a page is kept; the same text as the address that readers ask for. */
export function keptAs(path: string, locale: "ru" | "uk"): string {
  return locale === "ru" ? path : `${path}?lang=${locale}`;
}
