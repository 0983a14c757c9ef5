import type { ImportView } from "#lib/results/import-queries.ts";
import { countText, instantText, type Words } from "./words.ts";

/** When the file came, who brought it, how large it is: one small line. */
export function ImportFacts({
  words,
  file,
}: {
  words: Words;
  file: Pick<ImportView, "bytes" | "createdAt" | "createdBy">;
}) {
  const { t } = words;
  const kilobytes = Math.ceil(file.bytes / 1024);
  const parts = [
    t("results.review.brought", { at: instantText(words, file.createdAt) }),
    ...(file.createdBy === null ? [] : [t("results.review.by", { name: file.createdBy })]),
    ...(kilobytes === 0 ? [] : [t("results.review.size", { size: countText(words, kilobytes) })]),
  ];
  return parts.join(" · ");
}
