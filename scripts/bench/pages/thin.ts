import pg from "pg";

/** What is left of the million in the smaller of the two regions. */
export const FEW = 10_000;

/** How many participations a database holds, after its statistics were brought up to date. */
export async function settle(ownerUrl: string): Promise<number> {
  return asOwner(ownerUrl, async (client) => {
    await client.query("VACUUM ANALYZE");
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM participation",
    );
    return rows[0]?.count ?? 0;
  });
}

/**
 * Leaves of a region one municipality, and of its rows ten thousand. The summaries of that municipality stay as they are, so
 * its pages show the same before and after: whatever they take longer with the million is because of the million.
 */
export async function leaveOneMunicipality(ownerUrl: string, municipalityId: number): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query("BEGIN");
    const own = "school_id IN (SELECT id FROM school WHERE municipality_id = $1)";
    const tables = [
      { name: "participation", kept: `${own} LIMIT ${FEW}` },
      { name: "summary", kept: own },
      { name: "result_set", kept: own },
      { name: "area_summary", kept: "area_kind = 'region' OR area_id = $1" },
    ];
    for (const { name, kept } of tables) {
      await client.query(`CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM ${name} WHERE ${kept}`, [
        municipalityId,
      ]);
      await client.query(`TRUNCATE ${name}`);
      await client.query(`INSERT INTO ${name} SELECT * FROM kept`);
      await client.query("DROP TABLE kept");
    }
    await client.query("COMMIT");
  });
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('portal.scope', 'system', false)");
    return await work(client);
  } finally {
    await client.end();
  }
}
