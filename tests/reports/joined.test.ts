import { expect, it } from "vitest";
import { joined } from "#app/(public)/joined.ts";

/** A work whose answers are given by hand. */
function slow() {
  const open: ((answer: number) => void)[] = [];
  const ask = joined(() => new Promise<number>((resolve) => open.push(resolve)));
  return { ask, open };
}

it("those who ask at once share one answer, and nobody gets one that was begun before they asked", async () => {
  const { ask, open } = slow();
  const first = ask("a");
  const [second, third] = [ask("a"), ask("a")];
  expect(open).toHaveLength(1);
  open[0]?.(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  // The two who came meanwhile wait for a new one, together.
  await expect.poll(() => open.length).toBe(2);
  open[1]?.(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
});

it("asks for different things apart", () => {
  const { ask, open } = slow();
  void ask("a");
  void ask("b");
  expect(open).toHaveLength(2);
});

it("a failure reaches those who waited for it, and the next ones get an answer of their own", async () => {
  let times = 0;
  const ask = joined(async () => {
    times += 1;
    if (times === 1) throw new Error("planted");
    return times;
  });
  const [failing, after] = [ask("a"), ask("a")];
  await expect(failing).rejects.toThrow("planted");
  expect(await after).toBe(2);
});
