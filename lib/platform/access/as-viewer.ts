import { database } from "../db/client.ts";
import type { Prisma } from "../db/prisma/client.ts";
import type { Viewer } from "./viewer.ts";

declare const writes: unique symbol;

/** A client inside a read-only transaction that carries the viewer's scope. */
export type ReadTx = Prisma.TransactionClient;
/** A client inside a writing transaction. Commands and the journal ask for it, so a write outside one does not compile. */
export type WriteTx = Prisma.TransactionClient & { readonly [writes]: true };

/**
 * Runs reads with the viewer's scope: the only way to the tables. The scope is set for this transaction alone
 * (connections are shared), and the transaction cannot write.
 */
export function asViewer<T>(viewer: Viewer, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await setScope(tx, viewer, "on");
    return work(tx);
  });
}

/** Runs a command's writes with the viewer's scope; everything in it happens, or nothing does. */
export function inTransaction<T>(viewer: Viewer, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await setScope(tx, viewer, "off");
    return work(tx as WriteTx);
  });
}

async function setScope(tx: Prisma.TransactionClient, viewer: Viewer, readOnly: "on" | "off"): Promise<void> {
  const classes = `{${viewer.classLabels.map((label) => JSON.stringify(label)).join(",")}}`;
  await tx.$queryRaw`SELECT set_config('portal.scope', ${viewer.scope.kind}, true),
    set_config('portal.scope_id', ${viewer.scope.id === null ? "" : String(viewer.scope.id)}, true),
    set_config('portal.person_id', ${viewer.personId === null ? "" : String(viewer.personId)}, true),
    set_config('portal.classes', ${classes}, true),
    set_config('transaction_read_only', ${readOnly}, true)`;
}
