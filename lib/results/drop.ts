import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import type { Drop } from "./schema.ts";

/** The imports between two numbers that the person of the first one brought: others may have brought files meanwhile. */
export async function dropCondition(tx: ReadTx, { from, to }: Drop): Promise<Prisma.ImportFileWhereInput> {
  const id = { gte: from, lte: to };
  const first = await tx.importFile.findFirst({
    where: { id },
    orderBy: { id: "asc" },
    select: { createdBy: true },
  });
  return { id, createdBy: first?.createdBy ?? -1 };
}
