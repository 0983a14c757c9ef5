import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { EmbeddedDatabaseError } from "./embedded-error.ts";

/** How a PostgreSQL program must be started here: a prefix for its command line, or another user for the process. */
export interface RunAs {
  /** Owner of the database folder; null when that is simply the person who runs the portal. */
  owner: { uid: number; gid: number } | null;
  prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root, so root lends it a system user.
 * When that user cannot reach the folders (a project under /root, a private temporary folder), the process keeps one
 * capability, to pass through closed folders. Throws `EmbeddedDatabaseError` when no user can be found, or when the folders
 * are closed and nothing can open them.
 */
export function runAs(folders: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { owner: null, prefix: [] };
  const owner = findUser("postgres") ?? addUser("postgres") ?? findUser("nobody");
  if (owner === null) throw new EmbeddedDatabaseError("noSystemUser");
  const closed = folders.find((folder) => !isReachable(folder, owner));
  if (closed === undefined) return { owner, prefix: [] };
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((path) => existsSync(path));
  const capability = capabilityToPass();
  if (setpriv === undefined || capability === null)
    throw new EmbeddedDatabaseError("folderClosed", { folder: closed });
  const identity = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"];
  const keeping = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  // The last one makes access(2), which initdb asks about its own programs, count the capability too.
  return { owner, prefix: [setpriv, ...identity, ...keeping, "--securebits=+no_setuid_fixup", "--"] };
}

/** The smallest capability that opens folders and that this root may pass on; containers often keep only the second. */
function capabilityToPass(): "dac_read_search" | "dac_override" | null {
  const held = BigInt(
    `0x${/^CapBnd:\s*(\w+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0"}`,
  );
  const has = (bit: bigint) => (held & (1n << bit)) !== 0n;
  return has(2n) ? "dac_read_search" : has(1n) ? "dac_override" : null;
}

function findUser(name: string): { uid: number; gid: number } | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

function addUser(name: string): { uid: number; gid: number } | null {
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name],
      {
        stdio: "ignore",
      },
    );
  } catch {
    return null; // no useradd here, or a read-only system: the caller tries another user
  }
  return findUser(name);
}

/** Every folder on the way down must let that user pass. */
function isReachable(folder: string, user: { uid: number; gid: number }): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(path) === path) return true;
  }
}
