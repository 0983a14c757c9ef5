import { Status, type StatusKind } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { State } from "#lib/submissions/rules.ts";

const shapes: Record<State, StatusKind> = {
  draft: "none",
  submitted: "none",
  approved: "none",
  accepted: "ok",
  returned: "warn",
  locked: "ok",
};

/** Where results stand, by shape and word. */
export function Stage({ t, state }: { t: Translate; state: State }) {
  return <Status t={t} kind={shapes[state]} word={t(`submissions.stage.${state}`)} plain />;
}
