import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import {
  DENSITIES,
  PICTURES,
  type Preferences,
  SCHEMES,
  SIZES,
  SPACINGS,
} from "#components/ui/preferences.ts";
import type { Translate } from "#components/ui/translate.ts";

const groups = {
  scheme: ["", ...SCHEMES],
  size: SIZES,
  spacing: SPACINGS,
  images: PICTURES,
  density: DENSITIES,
} as const;

/** A plain form that posts to a route; nothing of it needs a script. */
export function PreferencesForm({ chosen, back, t }: { chosen: Preferences; back: string; t: Translate }) {
  return (
    <form method="post" action="/preferences/save" className="grid gap-8">
      <input type="hidden" name="back" value={back} />
      {(Object.keys(groups) as (keyof typeof groups)[]).map((name) => (
        <ChoiceGroup
          key={name}
          id={`view-${name}`}
          name={name}
          type="radio"
          label={t(`preferences.${name}.legend`)}
          choices={groups[name].map((value) => ({
            value,
            label: t(`preferences.${name}.${value === "" ? "device" : value}`),
          }))}
          chosen={[chosen[name] ?? ""]}
        />
      ))}
      <div className="flex flex-wrap gap-4">
        <Button kind="primary" type="submit">
          {t("preferences.submit")}
        </Button>
        <Button type="submit" name="reset" value="yes">
          {t("preferences.reset")}
        </Button>
      </div>
    </form>
  );
}
