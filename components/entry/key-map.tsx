import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";

const keys = [
  "digits",
  "x",
  "n",
  "enter",
  "tab",
  "arrows",
  "erase",
  "undo",
  "paste",
  "errors",
  "history",
  "leave",
  "fill",
] as const;

/** Every key of the grid; F1 opens it. */
export function KeyMap({ t }: { t: Translate }) {
  return (
    <Fold id="entry-help" summary={t("entry.page.keysTitle")}>
      <ul className="grid max-w-measure list-disc gap-1 pl-6">
        {keys.map((key) => (
          <li key={key}>{t(`entry.keys.${key}`)}</li>
        ))}
      </ul>
    </Fold>
  );
}
