import "server-only";
import { asViewer } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found } from "../../platform/errors.ts";
import { type BankQuestion, type BankTable, fingerprintOf } from "./bank.ts";
import { readBank } from "./bank-reads.ts";
import type { ValueUnit } from "./unit.ts";

/** Any indicator × unit × year. */
export function getBank(viewer: Viewer, unit: ValueUnit, question: BankQuestion): Promise<BankTable> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, (tx) => readBank(tx, viewer, unit, question));
}

export interface Frozen {
  slug: string;
  title: string;
  at: Date;
  who: string | null;
}

/** Frozen tables of the viewer's reach, newest first. */
export function listFrozen(viewer: Viewer): Promise<Frozen[]> {
  permit(viewer, "indicators.read");
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw`
      SELECT s.slug, s.title, s.created_at AS at, p.name AS who FROM indicator_snapshot s LEFT JOIN person p ON p.id = s.created_by
      ORDER BY s.id DESC LIMIT 50`,
  );
}

export interface FrozenTable extends Frozen {
  table: BankTable;
  sha256: string;
  /** The fingerprint counted again over what is stored. */
  intact: boolean;
}

/** A frozen table as it was on its day; not found for who is out of its unit. */
export function getFrozen(viewer: Viewer, slug: string): Promise<FrozenTable> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<(Frozen & { table: BankTable; sha256: string })[]>`
      SELECT s.slug, s.title, s.created_at AS at, p.name AS who, s.content AS table, s.sha256 FROM indicator_snapshot s LEFT JOIN person p ON p.id = s.created_by
      WHERE s.slug = ${slug}`;
    const frozen = found(row);
    return { ...frozen, intact: fingerprintOf(frozen.table) === frozen.sha256 };
  });
}
