import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import { ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's one-byte type "char", in which its catalogue keeps kinds of things; and text. */
const CATALOGUE_CHAR = 18;
const TEXT = 25;

/**
 * Prisma's adapter, mended in two places for the schema engine:
 * it cuts a script at every semicolon, also inside functions and comments, so scripts go to the server whole (which also
 * makes each migration one transaction); and it does not know the type "char", which reading a schema needs.
 * One connection only, so that the engine's lock against a second migrating program holds.
 */
export function adapterForMigrations(connectionString: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
} {
  const pool = new CataloguePool({ connectionString, max: 1, application_name: "portal migrations" });
  const inner = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await inner.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.executeScript = (script: string) => runWhole(pool, script);
    adapter.queryRaw = async (query: SqlQuery) => {
      pool.charColumns = [];
      const result = await queryRaw(query);
      for (const column of pool.charColumns) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  const factory = { ...inner, provider: "postgres" as const, connect, connectToShadowDb: connect };
  return { factory, close: () => pool.end() };
}

/** Presents "char" columns as text, and remembers which they were. */
class CataloguePool extends pg.Pool {
  charColumns: number[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: the signature of pg's overloads
  override async query(...args: any[]): Promise<any> {
    const result = await super.query(...(args as [string]));
    for (const [column, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CATALOGUE_CHAR) continue;
      field.dataTypeID = TEXT;
      this.charColumns.push(column);
    }
    return result;
  }
}

async function runWhole(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const line = script.slice(0, Number(error.position ?? 0)).split("\n").length;
    throw new DriverAdapterError({
      kind: "postgres",
      code: error.code ?? "N/A",
      severity: error.severity ?? "ERROR",
      message: error.position === undefined ? error.message : `${error.message} (line ${line} of the script)`,
      detail: error.detail,
      column: error.column,
      hint: error.hint,
    });
  }
}
