import pg from "pg";
import { expect, it } from "vitest";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { loadViewer } from "#lib/platform/access/load-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, smallRegion } from "#tests/support/registry.ts";

/** The most statements that some connection had at once while the work was done, its `BEGIN` and `COMMIT` among them. */
async function mostAtOnce(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype;
  const running = new WeakMap<object, number>();
  let most = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const now = (running.get(this) ?? 0) + 1;
    running.set(this, now);
    most = Math.max(most, now);
    const answer = Reflect.apply(query, this, args) as unknown as Promise<unknown>;
    const done = () => void running.set(this, (running.get(this) ?? 1) - 1);
    answer?.then?.(done, done);
    return answer;
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return most;
}

it("a transaction sends one statement at a time, also for several included relations and for questions asked at once", async () => {
  await testDatabase();
  const { schoolIds, workId } = await smallRegion();
  const { personId } = await person("deputy", { schoolId: schoolIds[0] });
  expect(await mostAtOnce(() => loadViewer(personId ?? 0))).toBe(1);
  const both = await asViewer(systemViewer, async (tx) => {
    let answers: unknown[] = [];
    expect(
      await mostAtOnce(async () => {
        answers = await Promise.all([
          tx.work.findUnique({ where: { id: workId }, include: { tasks: true, scales: true } }),
          tx.school.count(),
          tx.$queryRaw`SELECT 1 AS one`,
        ]);
      }),
    ).toBe(1);
    return answers;
  });
  expect(both).toMatchObject([{ id: workId }, expect.any(Number), [{ one: 1 }]]);
});

it("a statement that fails does not stop those that wait for it from being answered", async () => {
  await testDatabase();
  const failed = asViewer(systemViewer, (tx) =>
    Promise.allSettled([tx.$queryRaw`SELECT 1/0`, tx.$queryRaw`SELECT 1`]),
  );
  expect((await failed).map(({ status }) => status)[0]).toBe("rejected");
  expect(await failed).toHaveLength(2);
});
