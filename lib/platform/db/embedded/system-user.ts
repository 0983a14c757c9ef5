import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** How a PostgreSQL program must be started here: a prefix for its command line, or another user for the process. */
export interface RunAs {
  /** Owner of the database folder; null when that is simply the person who runs the portal. */
  owner: { uid: number; gid: number } | null;
  prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root, so root lends it a system user.
 * When that user cannot reach the folders (a project under /root, a private temporary folder), the process keeps one
 * capability, to pass through and read folders; it still writes only what it owns.
 * Throws `SystemUserError` when no user can be found, or when the folders are closed and nothing can open them.
 */
export function runAs(folders: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { owner: null, prefix: [] };
  const owner = findUser("postgres") ?? addUser("postgres") ?? findUser("nobody");
  if (owner === null) throw new SystemUserError("noSystemUser", folders[0] ?? "/");
  const closed = folders.find((folder) => !isReachable(folder, owner));
  if (closed === undefined) return { owner, prefix: [] };
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((path) => existsSync(path));
  if (setpriv === undefined) throw new SystemUserError("folderClosed", closed);
  const capability = "+dac_read_search";
  const identity = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"];
  return {
    owner,
    prefix: [setpriv, ...identity, `--inh-caps=${capability}`, `--ambient-caps=${capability}`, "--"],
  };
}

/** The reason is a key of messages/…/startup.json. */
export class SystemUserError extends Error {
  readonly reason: "noSystemUser" | "folderClosed";
  readonly folder: string;
  constructor(reason: "noSystemUser" | "folderClosed", folder: string) {
    super(`${reason}: ${folder}`);
    this.reason = reason;
    this.folder = folder;
  }
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
