import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Props {
  t: Translate;
  /** The unit that the page is about, and where another can be chosen. */
  unit: { name: string; href?: string };
  year: { name: string; value: string; options: readonly Option[] };
  /** Everything else that the address carries and that must be kept. */
  keep?: Readonly<Record<string, string>>;
}

/** Unit and year of a signed-in page; both live in the address, so it works as a plain form. */
export function UnitStrip({ t, unit, year, keep = {} }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="sr-only">{t("ui.strip.unit")}:</span>{" "}
        <strong className="font-semibold">{unit.name}</strong>{" "}
        {unit.href ? (
          <a href={unit.href} className="button button-quiet">
            {t("ui.strip.change")}
          </a>
        ) : null}
      </p>
      <form method="get" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="strip-year" className="max-sm:sr-only text-ink-2">
          {t("ui.strip.year")}:
        </label>
        <span className="select w-auto!">
          <select id="strip-year" name={year.name} defaultValue={year.value} className="control">
            {year.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" small />
        </span>
        <Button type="submit" kind="quiet">
          {t("ui.strip.show")}
        </Button>
      </form>
    </div>
  );
}
