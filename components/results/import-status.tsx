import { Shape, type ShapeKind } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ImportState } from "#lib/results/import-state.ts";

const shapes: Record<ImportState, ShapeKind> = {
  waiting: "none",
  mapping: "warn",
  ready: "info",
  replaces: "warn",
  question: "warn",
  nothing: "warn",
  unchanged: "none",
  applying: "none",
  applied: "ok",
  cancelled: "none",
  undone: "none",
  refused: "risk",
  failed: "risk",
};

/** The state of an import: shape and word. */
export function ImportStatus({ t, state }: { t: Translate; state: ImportState }) {
  return (
    <span className="status whitespace-nowrap">
      <Shape kind={shapes[state]} />
      <span>{t(`results.state.${state}`)}</span>
    </span>
  );
}
