import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LocalQueues } from "#components/entry/local-store.ts";
import { Sender } from "#components/entry/sender.ts";
import { EntryQueue } from "#lib/entry/queue.ts";

// The network of a browser: answers are put in, requests are kept.
type Answer = "offline" | number | "taken";
let answers: Answer[] = [];
let sent: { batch: string; edits: unknown[]; personId: number }[] = [];

const place = { workId: 1, schoolId: 2, classLabel: "4А", personId: 7, pass: 1 as const };

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  sent = [];
  const kept = new Map<string, string>();
  // Object.keys of the real store are its keys.
  vi.stubGlobal(
    "localStorage",
    new Proxy(kept, {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: (_, name) => {
        if (name === "setItem") return (key: string, text: string) => kept.set(key, text);
        if (name === "removeItem") return (key: string) => kept.delete(key);
        return (key: string) => kept.get(key) ?? null;
      },
    }),
  );
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    const asked = JSON.parse(body);
    sent.push(asked);
    const answer = answers.shift() ?? "taken";
    if (answer === "offline") throw new TypeError("Failed to fetch");
    if (answer !== "taken") return Response.json({ words: "нет" }, { status: answer });
    const accepted = asked.edits.map((edit: object) => ({ ...edit, version: 5 }));
    return Response.json({
      batch: asked.batch,
      version: 5,
      accepted,
      conflicts: [],
      changes: [],
      at: "2026-04-22T07:42:00Z",
    });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(tab = "a") {
  const queue = new EntryQueue(new LocalQueues([7, 2]).drawer(tab));
  const sender = new Sender(place, queue, {
    onAnswer: (answer) => void queue.acknowledge(answer),
    onLine: () => {},
  });
  return { queue, sender };
}

describe("the way to the server", () => {
  it("sends what was typed when the hand rests, as one batch in the person's own name", async () => {
    const { queue, sender } = open();
    await vi.advanceTimersByTimeAsync(10);
    for (const name of ["0:t:1", "0:t:2"]) {
      queue.edit(name, "1");
      sender.poke();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(600);
    expect(sent.at(-1)).toMatchObject({ personId: 7, edits: [{ column: "t:1" }, { column: "t:2" }] });
    expect(queue.unsent).toBe(0);
    expect(sender.savedAt).toBe("2026-04-22T07:42:00Z");
    sender.close();
  });

  it("repeats the same batch until the line is back, ever more slowly", async () => {
    const { queue, sender } = open();
    await vi.advanceTimersByTimeAsync(10);
    answers = ["offline", 503, "offline", "taken"];
    queue.edit("0:t:1", "1");
    sender.poke();
    await vi.advanceTimersByTimeAsync(600);
    expect(sender.line.kind).toBe("offline");
    await vi.advanceTimersByTimeAsync(8_000);
    expect(sender.line.kind).toBe("free");
    const ids = sent.filter(({ edits }) => edits.length > 0).map(({ batch }) => batch);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    sender.close();
  });

  it("waits for the person to sign in again and keeps everything meanwhile", async () => {
    const { queue, sender } = open();
    await vi.advanceTimersByTimeAsync(10);
    answers = [401];
    queue.edit("0:t:1", "1");
    sender.poke();
    await vi.advanceTimersByTimeAsync(600);
    expect(sender.line.kind).toBe("signedOut");
    expect(queue.unsent).toBe(1);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(sender.line.kind).toBe("free");
    expect(queue.unsent).toBe(0);
    sender.close();
  });

  it("tells in words why the server refused", async () => {
    const { queue, sender } = open();
    await vi.advanceTimersByTimeAsync(10);
    answers = [409];
    queue.edit("0:t:1", "1");
    sender.poke();
    await vi.advanceTimersByTimeAsync(600);
    expect(sender.line).toEqual({ kind: "refused", words: "нет" });
    expect(queue.unsent).toBe(1);
    sender.close();
  });
});

describe("drawers of tabs", () => {
  it("keep what was typed for the next page of the same tab, and for another tab when this one is gone", () => {
    const first = new EntryQueue(new LocalQueues([7, 2]).drawer("a"));
    first.edit("0:t:1", "1");
    first.take("b1");
    first.edit("0:t:2", "2");
    expect(new EntryQueue(new LocalQueues([7, 2]).drawer("a")).shown("0:t:1")).toBe("1");

    const heir = new EntryQueue(new LocalQueues([7, 2]).drawer("c"));
    expect(new LocalQueues([7, 2]).takeLeft(new Set(["a", "c"]))).toEqual([]);
    heir.adopt(new LocalQueues([7, 2]).takeLeft(new Set(["c"])));
    expect([heir.shown("0:t:1"), heir.shown("0:t:2")]).toEqual(["1", "2"]);
    expect(new EntryQueue(new LocalQueues([7, 2]).drawer("a")).unsent).toBe(0);
  });

  it("of other people, classes and typings stay closed", () => {
    new EntryQueue(new LocalQueues([7, 2]).drawer("a")).edit("0:t:1", "1");
    expect(new LocalQueues([8, 2]).takeLeft(new Set())).toEqual([]);
    expect(new LocalQueues([7, 20]).takeLeft(new Set())).toEqual([]);
  });
});
