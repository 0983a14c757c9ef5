/** A file may be mapped while its form is unknown, and again while it is read by such a mapping. */
export function isMappable(status: string, layout: string | undefined): boolean {
  return status === "mapping" || (layout === "M" && ["review", "unchanged", "undone"].includes(status));
}
