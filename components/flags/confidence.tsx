import { Status, type StatusKind } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { LowResultsState } from "#lib/flags/rules.ts";

const shapes: Record<LowResultsState, StatusKind> = {
  steady: "risk",
  borderline: "warn",
  notMet: "ok",
  insufficient: "none",
};

/** How sure a sign is, in shape and word. */
export function Confidence({
  t,
  state,
  of,
}: {
  t: Translate;
  state: LowResultsState;
  of: "school" | "procedure";
}) {
  return <Status kind={shapes[state]} t={t} word={t(`flags.state.${of}.${state}`)} />;
}
