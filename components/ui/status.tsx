import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { Translate } from "./translate.ts";

/** The five states of a figure, and a plain note. Told by shape and word; colour only helps. */
export type StatusKind = "ok" | "warn" | "risk" | "none" | "supp";
export type ShapeKind = StatusKind | "info";

const DRAWINGS: Record<ShapeKind, ReactNode> = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path d="M4.5 8.2l2.4 2.4 4.6-5" />
    </>
  ),
  warn: (
    <>
      <path className="body" d="M8 1.2 15.2 14.5H.8z" />
      <path d="M8 5.6v4.2M8 11.4v1.6" />
    </>
  ),
  risk: (
    <>
      <path className="body" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
      <path d="M8 4v5M8 10.6v1.8" />
    </>
  ),
  none: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M5 8h6" />
    </>
  ),
  supp: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" />
      <path d="M2 10 10 2M4 14 14 4M9 14l5-5" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 7.2v4.6M8 3.8v1.4" />
    </>
  ),
};

/** The shape alone, for places where its word stands right beside it. Inline, so that a saved or printed page keeps it. */
export function Shape({ kind }: { kind: ShapeKind }) {
  return (
    <svg className={`shape shape-${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {DRAWINGS[kind]}
    </svg>
  );
}

interface Props {
  kind: StatusKind;
  t: Translate;
  /** Other words for the same shape, e.g. the zones of task completion. */
  word?: string;
  plain?: boolean;
}

/** Shape and word. `plain` leaves the word in the colour of the text. */
export function Status({ kind, t, word, plain = false }: Props) {
  return (
    <span className={classNames("status", !plain && `status-${kind}`)}>
      <Shape kind={kind} />
      <span>{word ?? t(`ui.status.${kind}`)}</span>
    </span>
  );
}
