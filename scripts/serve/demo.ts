import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { childEnvironment, env } from "#lib/platform/env.ts";
import { inside, root } from "../setup/places.mjs";
import { Refusal } from "../setup/say.mjs";

const unfinishedMark = () => join(env.PORTAL_DATA, "demo-unfinished");
export const accountsFile = () => join(env.PORTAL_DATA, "demo-accounts.json");

/** A killed first start leaves half a region; nobody has used that database yet. */
export function isDemoUnfinished(): boolean {
  return existsSync(unfinishedMark());
}

/** Whether nobody has brought anything into this database yet. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ known: boolean }>("SELECT EXISTS (SELECT FROM region) AS known");
    return rows[0]?.known !== true;
  } finally {
    await client.end();
  }
}

/** Creates the demo region with the same command that people have. Throws `Refusal`; what went wrong is printed before. */
export async function createDemo(): Promise<void> {
  writeFileSync(unfinishedMark(), "");
  const child = spawn(process.execPath, [inside("scripts/portal.mjs"), "demo"], {
    cwd: root,
    env: childEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) {
    console.error(output.slice(-4_000));
    throw new Refusal("demoFailed");
  }
  rmSync(unfinishedMark(), { force: true });
}

const Account = z.object({
  email: z.string(),
  password: z.string(),
  role: z.string().optional(),
  title: z.string().optional(),
});

/** The demo accounts as lines of a table; none when there is no demo region. */
export function accountLines(): string[] {
  if (!existsSync(accountsFile())) return [];
  const content: unknown = JSON.parse(readFileSync(accountsFile(), "utf8"));
  const accounts = z.union([
    z.array(Account),
    z.object({ accounts: z.array(Account) }).transform((file) => file.accounts),
  ]);
  const rows = accounts
    .parse(content)
    .map(({ email, password, title, role }) => [email, password, title ?? role ?? ""]);
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? "").length));
  return rows.map(
    ([email = "", password = "", role]) =>
      `  ${email.padEnd(width(0))}  ${password.padEnd(width(1))}  ${role}`,
  );
}
