import type pg from "pg";

/**
 * Several programs may use one embedded database at once (the portal, an import from the command line). Each holds a shared
 * lock inside the database for as long as it lives; who leaves last stops the database. A killed program loses its lock
 * with its connection, so nothing is left behind that could block the next one.
 */
const IN_USE = 7_401;
const SERVING = 7_402;
const PROVISIONING = 7_403;

/** Says "I use this database". */
export async function enter(connection: pg.Client): Promise<void> {
  await connection.query("SELECT pg_advisory_lock_shared($1)", [IN_USE]);
}

/** Says "I am done"; true when nobody else uses it (then nobody new can enter either, until this connection ends). */
export async function leave(connection: pg.Client): Promise<boolean> {
  await connection.query("SELECT pg_advisory_unlock_shared($1)", [IN_USE]);
  const { rows } = await connection.query<{ last: boolean }>("SELECT pg_try_advisory_lock($1) AS last", [
    IN_USE,
  ]);
  return rows[0]?.last === true;
}

/** Becomes the one portal that serves this data folder; false when another one already does. */
export async function claimServing(connection: pg.Client): Promise<boolean> {
  const { rows } = await connection.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [
    SERVING,
  ]);
  return rows[0]?.mine === true;
}

/** Runs the work while no other program does the same on this database server. */
export async function oneAtATime<T>(connection: pg.Client, work: () => Promise<T>): Promise<T> {
  await connection.query("SELECT pg_advisory_lock($1)", [PROVISIONING]);
  try {
    return await work();
  } finally {
    await connection.query("SELECT pg_advisory_unlock($1)", [PROVISIONING]);
  }
}
