import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ShapeKind } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** Where a file stands, in one sentence, and the one thing to do next. */
export function StandingNotice({
  t,
  kind,
  title,
  text,
  children,
}: {
  t: Translate;
  kind: ShapeKind;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <Notice kind={kind} t={t} title={title} role="status">
      <div className="grid max-w-measure gap-3">
        {text === "" ? null : <p>{text}</p>}
        {children}
      </div>
    </Notice>
  );
}

/** On to the next file, when nothing can be done with this one. */
export function AnotherFile({ label }: { label: string }) {
  return (
    <div>
      <LinkButton href="/results/imports/new">{label}</LinkButton>
    </div>
  );
}
