import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellName } from "#lib/entry/columns.ts";
import {
  type BatchAnswer,
  type Edit,
  EntryQueue,
  type QueueStore,
  type StoredCell,
} from "#lib/entry/queue.ts";
import { type HeldCell, judgeBatch } from "#lib/entry/rules.ts";

/** A store that outlives its page. */
class Drawer implements QueueStore {
  readonly kept = new Map<string, string>();
  put(key: string, text: string) {
    this.kept.set(key, text);
  }
  remove(key: string) {
    this.kept.delete(key);
  }
  entries() {
    return [...this.kept];
  }
}

/** The server's part of `saveCells` without a database: the same rule decides, the same batch is answered the same. */
class Server {
  readonly cells = new Map<string, HeldCell>();
  private readonly answered = new Map<string, Pick<BatchAnswer, "accepted" | "conflicts">>();
  version = 0;

  take(batch: string, edits: readonly Edit[], since: number): BatchAnswer {
    const told = this.answered.get(batch) ?? this.write(batch, edits);
    return { batch, version: this.version, ...told, changes: this.behind(since) };
  }

  private write(batch: string, edits: readonly Edit[]) {
    const judged = judgeBatch(this.cells, edits);
    if (judged.written.length > 0) this.version++;
    for (const { row, column, value } of judged.written)
      this.cells.set(cellName(row, column), { value, version: this.version });
    const now = (edit: Edit) => this.cells.get(cellName(edit.row, edit.column)) ?? { value: "", version: 0 };
    const told = {
      accepted: [...judged.written, ...judged.same].map(({ row, column, ...edit }) => ({
        row,
        column,
        value: edit.value,
        version: now({ row, column, ...edit }).version,
      })),
      conflicts: judged.clashing.map((edit) => ({
        row: edit.row,
        column: edit.column,
        ...now(edit),
        by: "С.",
        at: "2026-04-22T07:42:00Z",
      })),
    };
    if (edits.length > 0) this.answered.set(batch, told);
    return told;
  }

  behind(since: number): StoredCell[] {
    return [...this.cells]
      .filter(([, { version }]) => version > since)
      .map(([name, cell]) => ({ row: 0, column: name.slice(2), ...cell }));
  }
}

const columnsOf = ["a", "b", "c"] as const;
const column = fc.constantFrom(...columnsOf);
const value = fc.constantFrom("", "1", "2", "3");
const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("type" as const), column, value }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("deliver" as const, "lostThere" as const, "lostBack" as const)
      .map((how) => ({ kind: "send" as const, how })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "reload" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "die" as const }) },
);

/** One browser tab on a bad line. */
class Page {
  private readonly server: Server;
  private drawer = new Drawer();
  private serial = 0;
  private readonly name: string;
  queue: EntryQueue;

  constructor(server: Server, name: string) {
    this.server = server;
    this.name = name;
    this.queue = this.open();
  }

  private open(): EntryQueue {
    const queue = new EntryQueue(this.drawer);
    queue.learn(this.server.behind(0), this.server.version);
    return queue;
  }

  /** The page is loaded again in the same tab. */
  reload() {
    this.queue = this.open();
  }

  /** The tab dies; another one takes over what it left. */
  die() {
    const left = this.drawer.entries();
    this.drawer = new Drawer();
    this.queue = this.open();
    this.queue.adopt(left);
  }

  send(how: "deliver" | "lostThere" | "lostBack") {
    const batch = this.queue.take(`${this.name}${this.serial++}`);
    if (!batch || how === "lostThere") return;
    const answer = this.server.take(batch.id, batch.edits, this.queue.since);
    if (how === "deliver") this.queue.acknowledge(answer);
  }

  get left() {
    return this.drawer.kept.size;
  }
}

describe("one person on a bad line", () => {
  it("whatever is lost, reloaded or killed, the server ends with what the person saw last", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const server = new Server();
        const page = new Page(server, "p");
        const meant = new Map<string, string>();
        for (const one of events) {
          if (one.kind === "type") {
            page.queue.edit(cellName(0, one.column), one.value);
            meant.set(one.column, one.value);
          } else if (one.kind === "send") page.send(one.how);
          else if (one.kind === "reload") page.reload();
          else page.die();
          for (const [name, text] of meant) expect(page.queue.shown(cellName(0, name))).toBe(text);
        }
        for (let i = 0; i < 5; i++) {
          page.send("deliver");
          // A dead tab's batch may have arrived unseen; what was typed upon an older version is asked about, never dropped.
          for (const { name } of page.queue.conflicts) page.queue.resolve(name, "mine");
        }
        for (const [name, text] of meant) expect(server.cells.get(cellName(0, name))?.value ?? "").toBe(text);
        expect(page.queue.unsent).toBe(0);
        expect(page.left).toBe(0);
      }),
    );
  });
});

describe("two people in one class", () => {
  it("never overwrite each other unseen: every value that gave way was shown to the one who replaced it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1), event), { maxLength: 60 }), (events) => {
        const server = new Server();
        const pages = [new Page(server, "p"), new Page(server, "q")] as const;
        for (const [who, one] of events) {
          const page = pages[who as 0 | 1];
          if (one.kind === "type") page.queue.edit(cellName(0, one.column), one.value);
          else if (one.kind === "send") page.send(one.how);
          else if (one.kind === "reload") page.reload();
          else page.die();
        }
        for (let i = 0; i < 6; i++)
          for (const page of pages) {
            page.send("deliver");
            for (const { name } of page.queue.conflicts) page.queue.resolve(name, "theirs");
          }
        for (const page of pages) page.queue.learn(server.behind(0), server.version);
        for (const name of columnsOf) {
          const cell = cellName(0, name);
          const stored = server.cells.get(cell)?.value ?? "";
          for (const page of pages) expect(page.queue.shown(cell)).toBe(stored);
        }
      }),
    );
  });

  it("a value typed upon an older one is answered with both", () => {
    const server = new Server();
    const [mine, other] = [new Page(server, "p"), new Page(server, "q")];
    other.queue.edit("0:a", "1");
    other.send("deliver");
    mine.queue.edit("0:a", "2");
    mine.send("deliver");
    expect(server.cells.get("0:a")?.value).toBe("1");
    expect(mine.queue.conflicts).toMatchObject([
      { name: "0:a", mine: "2", theirs: { value: "1", by: "С." } },
    ]);
    expect(mine.queue.shown("0:a")).toBe("2");
    mine.queue.resolve("0:a", "mine");
    mine.send("deliver");
    expect(server.cells.get("0:a")?.value).toBe("2");
    expect(mine.queue.conflicts).toEqual([]);
  });

  it("a conflict that was not decided is asked again after the page is loaded anew", () => {
    const server = new Server();
    const [mine, other] = [new Page(server, "p"), new Page(server, "q")];
    other.queue.edit("0:a", "1");
    other.send("deliver");
    mine.queue.edit("0:a", "2");
    mine.send("deliver");
    mine.reload();
    expect(mine.queue.shown("0:a")).toBe("2");
    mine.send("deliver");
    expect(mine.queue.conflicts).toMatchObject([{ mine: "2", theirs: { value: "1" } }]);
  });
});
