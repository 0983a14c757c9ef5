import type { ReactNode } from "react";
import type { Translate } from "#components/ui/translate.ts";
import type { FileView } from "#lib/regulations/view.ts";

/** Files of an edition to take away. */
export function FileList({
  t,
  files,
  beside,
}: {
  t: Translate;
  files: readonly FileView[];
  beside?: (file: FileView) => ReactNode;
}) {
  return (
    <ul className="grid gap-2">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center gap-x-4">
          <a href={`/api/regulations/files/${file.id}`} className="inline-flex min-h-11 items-center">
            {file.name}
          </a>
          <span className="text-small text-ink-2">
            {t("regulations.page.fileBytes", {
              kind: file.kind.toUpperCase(),
              size: Math.ceil(file.bytes / 1024),
            })}
          </span>
          {beside?.(file)}
        </li>
      ))}
    </ul>
  );
}
