import { Status } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** A hatched box of fixed height in place of a drawing about too few people: no number of it is on the page. */
export function HiddenBox({ t, id, minimum }: { t: Translate; id: string; minimum: number }) {
  return (
    <div className="hidden-box">
      <svg width="100%" height="3.5em" aria-hidden="true">
        <rect className="hidden-edge" width="100%" height="100%" fill={`url(#${id}-hidden)`} />
      </svg>
      <Status kind="supp" t={t} word={t("charts.hidden", { minimum })} />
    </div>
  );
}
