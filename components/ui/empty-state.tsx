import type { ReactNode } from "react";

interface Props {
  /** Why it is empty, in one sentence. */
  why: ReactNode;
  /** Whom we wait for and until when. */
  waiting?: ReactNode;
  /** One action. */
  action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ why, waiting, action }: Props) {
  return (
    <div className="grid max-w-measure justify-items-start gap-3 border-l-4 border-line-strong py-2 pl-4">
      <p>{why}</p>
      {waiting ? <p className="text-ink-2">{waiting}</p> : null}
      {action}
    </div>
  );
}
