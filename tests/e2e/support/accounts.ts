import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { env } from "#lib/platform/env.ts";

const File = z.object({
  accounts: z.array(
    z.object({ email: z.string(), password: z.string(), role: z.enum(roles), title: z.string() }),
  ),
});

export type Account = z.infer<typeof File>["accounts"][number];

/** The demo person of a role, as the portal printed it when it started. */
export function accountOf(role: Role): Account {
  const { accounts } = File.parse(
    JSON.parse(readFileSync(join(env.PORTAL_DATA, "demo-accounts.json"), "utf8")),
  );
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new Error(`The demo region has no ${role}`);
  return account;
}
