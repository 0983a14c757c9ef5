import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { isGuarded } from "#lib/platform/db/guard.ts";
import { testDatabase } from "#tests/support/database.ts";

let ownerUrl: string;
beforeAll(async () => {
  ({ ownerUrl } = await testDatabase());
});

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

describe("start-up", () => {
  it("serves a database whose policies hold for the portal's role", async () => {
    expect(await isGuarded(ownerUrl)).toBe(true);
  });

  it("refuses a database in which somebody switched a policy table open", async () => {
    await asOwner("ALTER TABLE participation DISABLE ROW LEVEL SECURITY");
    expect(await isGuarded(ownerUrl)).toBe(false);
    await asOwner("ALTER TABLE participation ENABLE ROW LEVEL SECURITY");
    expect(await isGuarded(ownerUrl)).toBe(true);
  });
});
