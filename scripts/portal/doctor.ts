import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { recountSummaries } from "#lib/results/recount-commands.ts";
import { command, printJson } from "./command.ts";

interface Check {
  name: string;
  ok: boolean;
  detail: string;
}

/** `portal doctor`: whether this installation is sound; each check says what it saw. Exit code 2 when one fails. */
export const doctor = command({ json: { type: "boolean" } }, async (words, t) => {
  const checks: Check[] = [];
  const server = await asViewer(systemViewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ version: string; role: string; guarded: boolean; super: boolean }[]>`
      SELECT current_setting('server_version') AS version, current_user AS role, row_security_active('participation') AS guarded,
        (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS super`;
    return row;
  });
  checks.push({ name: "database", ok: server !== undefined, detail: `PostgreSQL ${server?.version ?? ""}` });
  checks.push({
    name: "rowSecurity",
    ok: server?.guarded === true && server.super === false,
    detail: server?.role ?? "",
  });
  const chains = await asViewer(
    systemViewer,
    (tx) => tx.$queryRaw<{ chain: number; broken: bigint | null }[]>`
    SELECT chain, audit_first_break(chain) AS broken FROM (SELECT DISTINCT chain FROM audit_event) c ORDER BY chain`,
  );
  const broken = chains.filter((chain) => chain.broken !== null);
  checks.push({
    name: "journal",
    ok: broken.length === 0,
    detail:
      broken.length === 0
        ? String(chains.length)
        : broken.map((chain) => `${chain.chain}: ${chain.broken}`).join(", "),
  });
  const { checked, different } = await recountSummaries();
  checks.push({ name: "summaries", ok: different === 0, detail: `${different}/${checked}` });
  const admins = await asViewer(systemViewer, (tx) =>
    tx.person.count({ where: { role: "admin", disabledAt: null } }),
  );
  checks.push({ name: "administrator", ok: admins > 0, detail: String(admins) });
  if (words.values.json) printJson({ checks });
  else
    for (const check of checks)
      console.log(`${check.ok ? "✓" : "✗"} ${t(`doctor.${check.name}`, { detail: check.detail })}`);
  return checks.every((check) => check.ok) ? 0 : 2;
});
