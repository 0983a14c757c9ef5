import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { loadViewer } from "#lib/platform/access/load-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { text, UsageError, type Words } from "./command.ts";

/**
 * On whose behalf a command runs: the person of --as, with that person's rights and scope, or the portal itself, which
 * may everything. Whoever can start programs on this machine can read its database anyway.
 */
export async function actor(words: Words): Promise<Viewer> {
  const email = text(words, "as");
  if (email === undefined) return systemViewer;
  const person = await asViewer(systemViewer, (tx) =>
    tx.person.findUnique({ where: { email: email.toLowerCase() } }),
  );
  const viewer = person && (await loadViewer(person.id));
  if (!viewer) throw new UsageError("usage.nobody", { email });
  return viewer;
}
