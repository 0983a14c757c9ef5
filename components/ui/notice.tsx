import type { ReactNode } from "react";
import { Shape, type ShapeKind } from "./status.tsx";
import type { Translate } from "./translate.ts";

interface Props {
  kind: ShapeKind;
  t: Translate;
  /** First line, in bold; without it the word of the state stands there. */
  title?: ReactNode;
  /** `status`: said when it appears; `alert`: only for errors that stop the work; nothing for what was on the page all along. */
  role?: "status" | "alert";
  children?: ReactNode;
}

/** A ruled note with shape and word. */
export function Notice({ kind, t, title, role, children }: Props) {
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <Shape kind={kind} />
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">{title ?? t(`ui.status.${kind}`)}</p>
        {children}
      </div>
    </div>
  );
}
