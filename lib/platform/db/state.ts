import { setTimeout as pause } from "node:timers/promises";
import { database } from "./client.ts";

export interface DatabaseState {
  state: "up" | "down";
  /** How many migrations it has; null when it is down, or was not migrated by the portal. */
  migrations: number | null;
}

/** Whether the database answers within two seconds, and how far it is migrated. Never throws. */
export async function databaseState(): Promise<DatabaseState> {
  const down: DatabaseState = { state: "down", migrations: null };
  const waiting = new AbortController();
  const asked = database().$queryRaw<
    [{ migrations: number | null }]
  >`SELECT portal_migrations() AS migrations`.then(
    ([row]): DatabaseState => ({ state: "up", migrations: row.migrations }),
    () => down,
  );
  const late = pause(2_000, down, { signal: waiting.signal }).catch(() => down);
  const state = await Promise.race([asked, late]);
  waiting.abort();
  return state;
}
