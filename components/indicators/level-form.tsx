import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Borders } from "#lib/indicators/rules.ts";
import { borderText, type IndicatorWords } from "#lib/indicators/view.ts";

interface Props {
  words: IndicatorWords;
  direction: string;
  /** What is in force now, to begin with. */
  from: Borders | null;
  decimals: number;
  /** What stands in the address. */
  asked: Record<string, string | string[] | undefined>;
  wrong: boolean;
}

/** The three borders as a question by address: nothing is saved, the answer is who would change level. */
export function LevelForm({ words, direction, from, decimals, asked, wrong }: Props) {
  const { t } = words;
  const value = (name: keyof Borders) => {
    const typed = asked[name];
    if (typeof typed === "string") return typed;
    return from === null ? "" : borderText(words, from[name], Math.max(1, decimals));
  };
  return (
    <form method="get" className="grid gap-5">
      {wrong ? (
        <Notice kind="risk" t={t} role="alert" title={t("indicators.levelForm.previewBad", { direction })} />
      ) : null}
      <p className="field-hint">
        {t(direction === "down" ? "indicators.levelForm.hintDown" : "indicators.levelForm.hintUp")}
      </p>
      <div className="flex flex-wrap gap-4">
        {(["optimal", "sufficient", "acceptable"] as const).map((name) => (
          <Input
            key={name}
            id={name}
            name={name}
            label={t(`indicators.levelForm.${name}`)}
            inputMode="decimal"
            autoComplete="off"
            width="short"
            defaultValue={value(name)}
          />
        ))}
      </div>
      <div>
        <Button type="submit">{t("indicators.levelForm.preview")}</Button>
      </div>
    </form>
  );
}
