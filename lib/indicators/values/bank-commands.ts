import { randomBytes } from "node:crypto";
import { inTransaction } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { record } from "../../platform/audit/record.ts";
import { type BankQuestion, fingerprintOf } from "./bank.ts";
import { readBank } from "./bank-reads.ts";
import { namedUnit, type ValueUnit } from "./unit.ts";

/** Keeps a table as it is now under an address that stays, with the fingerprint of its content. */
export function freezeBank(
  viewer: Viewer,
  input: { unit: ValueUnit; question: BankQuestion; title: string },
  now: Date,
): Promise<{ slug: string }> {
  permit(viewer, "indicators.freeze");
  const { unit, question, title } = input;
  return inTransaction(viewer, async (tx) => {
    const table = await readBank(tx, viewer, unit, question);
    const named = await namedUnit(tx, viewer, unit);
    const sha256 = fingerprintOf(table);
    const slug = randomBytes(9).toString("base64url");
    const owner = (kind: ValueUnit["kind"]) => (unit.kind === kind ? unit.id : null);
    await tx.$executeRaw`
      INSERT INTO indicator_snapshot (slug, title, region_id, municipality_id, school_id, asked, content, sha256, created_at, created_by)
      VALUES (${slug}, ${title}, ${owner("region")}::int, ${owner("municipality")}::int, ${owner("school")}::int, ${JSON.stringify(question)}::jsonb,
        ${JSON.stringify(table)}::jsonb, ${sha256}, ${now}, ${viewer.personId ?? 0})`;
    await record(
      tx,
      viewer,
      {
        action: "indicators.freeze",
        subject: `table:${slug}`,
        municipalityId: named.municipalityId,
        schoolId: named.schoolId,
        details: { title, sha256 },
      },
      now,
    );
    return { slug };
  });
}
