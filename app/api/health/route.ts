import { databaseState } from "#lib/platform/db/state.ts";
import { version } from "../../../package.json";

export const dynamic = "force-dynamic";

/** For those who watch over the portal: 200 while it can serve, 503 when the database does not answer. */
export async function GET(): Promise<Response> {
  const database = await databaseState();
  const up = database.state === "up";
  return Response.json(
    { status: up ? "ok" : "unavailable", version, database },
    { status: up ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
