import pg from "pg";
import { appUrl } from "./client.ts";

/**
 * Whether row-level security holds for the portal's own role on this database: the role is no superuser, cannot bypass
 * policies, owns none of the guarded tables, and the policies are active for it. Nothing is served otherwise.
 */
export async function isGuarded(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: appUrl(ownerUrl) });
  await client.connect();
  try {
    const { rows } = await client.query<{ guarded: boolean }>(`
      SELECT NOT (r.rolsuper OR r.rolbypassrls)
        AND row_security_active('participation') AND row_security_active('person') AND row_security_active('summary')
        AND NOT EXISTS (SELECT FROM pg_tables t WHERE t.schemaname = 'public' AND t.tableowner = current_user) AS guarded
      FROM pg_roles r WHERE r.rolname = current_user`);
    return rows[0]?.guarded === true;
  } finally {
    await client.end();
  }
}
