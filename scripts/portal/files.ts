import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { UsageError } from "./command.ts";

/** Every file named, and every file below the folders named, in the order of their names; hidden ones are left alone. */
export async function filesOf(places: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const place of places) {
    const kind = await stat(place).catch(() => null);
    if (!kind) throw new UsageError("usage.noSuchFile", { file: place });
    if (!kind.isDirectory()) files.push(place);
    else {
      const below = await readdir(place, { recursive: true, withFileTypes: true });
      const names = below
        .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
        .map((entry) => path.join(entry.parentPath, entry.name));
      files.push(...names.sort());
    }
  }
  return files;
}

/** A file's name and bytes. */
export async function open(file: string): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: path.basename(file), bytes: await readFile(file) };
}
