import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

function look(kind: ButtonKind, extra: string | undefined): string | undefined {
  return classNames("button", `button-${kind}`, extra);
}

/** A button; a verb first in its words, and a destructive one names its object. One primary a screen. */
export function Button({
  kind = "secondary",
  type = "button",
  className,
  ...rest
}: ComponentProps<"button"> & { kind?: ButtonKind }) {
  return <button {...rest} type={type} className={look(kind, className)} />;
}

/** A link that looks like a button, for steps that only go elsewhere. */
export function LinkButton({
  kind = "secondary",
  className,
  children,
  ...rest
}: ComponentProps<"a"> & { kind?: ButtonKind }) {
  return (
    <a {...rest} className={look(kind, className)}>
      {children}
    </a>
  );
}
