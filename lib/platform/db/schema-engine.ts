import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import { adapterForMigrations } from "./migration-adapter.ts";

export type Engine = wasm.SchemaEngine;

/**
 * Lends Prisma's own schema engine to the work, connected to one database by its owner's address. It is the engine that
 * `prisma migrate` downloads, in its WebAssembly build from npm, because many schools can reach no other server.
 */
export async function withEngine<T>(ownerUrl: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  await load();
  const { factory, close } = adapterForMigrations(ownerUrl);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await wasm.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await work(engine);
  } finally {
    await close();
  }
}

let loaded: Promise<void> | undefined;

function load(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(join(dirname(glue), "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": wasm as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  wasm.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}
