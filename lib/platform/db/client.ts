import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env.ts";
import { inTurn } from "./in-turn.ts";
import { PrismaClient } from "./prisma/client.ts";

/** The address for the portal's requests: the same database, as the role that owns nothing. */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  // Set as a start-up option, so that RESET ROLE and a pooled connection come back to it, never to the owner.
  url.searchParams.set("options", "-c role=portal_app");
  return url.toString();
}

function connect(ownerUrl: string): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: appUrl(ownerUrl), max: 10, idleTimeoutMillis: 30_000 },
    { statementNameGenerator: ({ sql }) => `p${createHash("md5").update(sql).digest("hex").slice(0, 24)}` },
  );
  return new PrismaClient({
    adapter: inTurn(adapter),
    transactionOptions: { maxWait: 10_000, timeout: 120_000 },
  });
}

const clients = new Map<string, PrismaClient>();

/** One client a database for the life of the process. Reached only through lib/platform/access. */
export function database(ownerUrl: string = env.DATABASE_URL): PrismaClient {
  let client = clients.get(ownerUrl);
  if (!client) {
    client = connect(ownerUrl);
    clients.set(ownerUrl, client);
  }
  return client;
}

/** Closes every connection; for tests, the command line and a clean stop. */
export async function disconnect(): Promise<void> {
  const open = [...clients.values()];
  clients.clear();
  await Promise.all(open.map((client) => client.$disconnect()));
}
