import "server-only";
import { asViewer } from "../access/as-viewer.ts";
import { permit } from "../access/permissions.ts";
import type { Viewer } from "../access/viewer.ts";

export interface ChainState {
  /** Null for the chain of events that belong to no municipality. */
  municipality: string | null;
  events: number;
  /** Id of the first event that was changed, or that follows a removed one; null when there is none. */
  brokenAt: string | null;
  /** True when the newest events were removed. */
  cutOff: boolean;
  /** Hash of the newest event: written down elsewhere, it proves later that nothing before it was changed. Null for an empty chain. */
  lastHash: string | null;
}

/**
 * Recounts the chains of the municipalities that the viewer belongs to; only who sees the whole portal also the chain
 * without one. Reads every event of each chain, so it is asked for and not shown by the way.
 */
export function checkChains(viewer: Viewer): Promise<ChainState[]> {
  permit(viewer, "audit.read");
  return asViewer(viewer, async (tx) => {
    const visible = await tx.$queryRaw<{ id: number }[]>`SELECT id FROM visible_municipality_ids() AS id`;
    const municipalities = await tx.municipality.findMany({ orderBy: { name: "asc" } });
    const chains = municipalities
      .filter(({ id }) => visible.some((one) => one.id === id))
      .map(({ id, name }) => ({ id, name: name as string | null }));
    if (viewer.scope.kind === "all") chains.unshift({ id: 0, name: null });
    const states: ChainState[] = [];
    for (const { id, name } of chains) {
      const [state] = await tx.$queryRaw<
        [{ events: bigint; broken_at: bigint | null; cut_off: boolean; last_hash: string | null }]
      >`SELECT * FROM audit_chain_state(${id}::int)`;
      states.push({
        municipality: name,
        events: Number(state.events),
        brokenAt: state.broken_at === null ? null : String(state.broken_at),
        cutOff: state.cut_off,
        lastHash: state.last_hash,
      });
    }
    return states;
  });
}
