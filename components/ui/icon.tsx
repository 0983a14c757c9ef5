import { classNames } from "./class-names.ts";

/** Names of the symbols in public/icons.svg. */
export const ICONS = [
  "chevron-left",
  "chevron-right",
  "chevron-down",
  "close",
  "download",
  "eye",
  "file",
  "menu",
  "print",
  "upload",
] as const;
export type IconName = (typeof ICONS)[number];

/** A line icon from the sprite. Decoration only: the word always stands beside it. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={classNames("icon", small && "icon-small")} width="20" height="20" aria-hidden="true">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
