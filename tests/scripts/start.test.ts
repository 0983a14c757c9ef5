import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { openEmbedded } from "#lib/platform/db/embedded/embedded.ts";
import { childEnvironment } from "#lib/platform/env.ts";
import { secretsOf } from "#scripts/setup/secrets.ts";

vi.setConfig({ testTimeout: 60_000 }); // whole programs start here, also on a busy machine

const folder = mkdtempSync(join(tmpdir(), "portal-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` up to the moment it refuses: what it says to the person, and its exit code. */
async function start(variables: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const own = {
    PORTAL_DATA: folder,
    DATABASE_URL: "",
    PORTAL_SECRET: "",
    PORTAL_URL: "",
    PORTAL_DEMO: "off",
    LANG: "ru_RU.UTF-8",
  };
  const env = childEnvironment({ ...own, ...variables });
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, errors };
}

describe("npm start", () => {
  it("names every wrong variable, one sentence each, and starts nothing", async () => {
    const { code, errors } = await start({ PORT: "много", TIME_ZONE: "Москва" });
    expect(code).toBe(1);
    expect(errors.trim().split("\n")).toEqual([
      "PORT: нужно целое число от 1 до 65535, а задано «много».",
      "TIME_ZONE: нужно название часового пояса, например Europe/Moscow или Asia/Yakutsk, а задано «Москва».",
    ]);
  });

  it("says that a DATABASE_URL does not answer, without showing its password", async () => {
    const { code, errors } = await start({ DATABASE_URL: "postgresql://owner:hidden@127.0.0.1:1/portal" });
    expect(code).toBe(1);
    expect(errors).toMatch(/^DATABASE_URL: база данных не отвечает/);
    expect(errors).not.toContain("hidden");
  });

  it("says that the port is taken, and leaves no database running", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    const { code, errors } = await start({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(errors).toContain(`Порт ${port} занят`);
    const database = await open();
    expect(await database.claimServing()).toBe(true);
    await database.close();
  });

  it("refuses a data folder that another portal serves, and leaves that one alone", async () => {
    const database = await open();
    expect(await database.claimServing()).toBe(true);
    const { code, errors } = await start({});
    expect(code).toBe(1);
    expect(errors).toContain("уже работает другой портал");
    expect(await database.claimServing()).toBe(true);
    await database.close();
  });
});

function open() {
  const { administrator, owner } = secretsOf(folder);
  return openEmbedded({ folder, administratorPassword: administrator, ownerPassword: owner });
}
