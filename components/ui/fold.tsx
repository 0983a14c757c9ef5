import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** Content under a line of its own, opened without any script; printed open. */
export function Fold(props: { summary: ReactNode; open?: boolean; id?: string; children: ReactNode }) {
  return (
    <details className="fold" open={props.open} id={props.id}>
      <summary>
        <Icon name="chevron-right" small />
        <span>{props.summary}</span>
      </summary>
      <div className="fold-inside">{props.children}</div>
    </details>
  );
}
