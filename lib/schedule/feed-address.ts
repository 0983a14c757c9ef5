/** The address of the feed of a school, or of one of its classes: always of the newest published edition. */
export function feedHref(slug: string, classLabel?: string): string {
  const file = classLabel === undefined ? "calendar" : encodeURIComponent(classLabel);
  return `/api/schedule/${slug}/${file}.ics`;
}
