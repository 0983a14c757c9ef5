import type { WriteTx } from "../platform/access/as-viewer.ts";

// Two numbers: a lock space apart from that of single numbers, which set-up and jobs hold for hours.
const REGISTRY_LOCK = [7_407, 0] as const;

/** Waits until nobody else adds to the registry or loads a file into it; ends with the transaction. Public addresses stay unique. */
export async function lockRegistry(tx: WriteTx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REGISTRY_LOCK[0]}::int, ${REGISTRY_LOCK[1]}::int)`;
}

/** Addresses that schools have, of all regions: the view that the public reads holds every school. */
export async function takenSchoolSlugs(tx: WriteTx): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`SELECT slug FROM school_public`;
  return new Set(rows.map((row) => row.slug));
}

export async function takenMunicipalitySlugs(tx: WriteTx): Promise<Set<string>> {
  const rows = await tx.municipality.findMany({ select: { slug: true } });
  return new Set(rows.map((row) => row.slug));
}

/** Which of the logins any school of the portal has, also one that the viewer does not see. */
export async function takenLogins(tx: WriteTx, logins: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<
    { login: string }[]
  >`SELECT login FROM taken_logins(${[...logins]}::text[]) AS login`;
  return new Set(rows.map((row) => row.login));
}
