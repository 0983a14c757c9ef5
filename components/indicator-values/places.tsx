import { Tabs } from "#components/ui/tabs.tsx";
import { bankHref, entryHref, valuesHref } from "#lib/indicators/values/addresses.ts";
import type { ValueUnit } from "#lib/indicators/values/unit.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";

/** The pages about indicators of one unit, side by side. */
export function Places(props: {
  words: ValueWords;
  unit: ValueUnit;
  year: number;
  current: "values" | "entry" | "bank" | "formula";
}) {
  const { unit, year, current } = props;
  const { t } = props.words;
  const tab = (key: string, href: string) => ({
    href,
    label: t(`indicatorValues.links.${key}`),
    current: key === current,
  });
  return (
    <Tabs
      label={t("indicatorValues.title")}
      tabs={[
        tab("catalogue", "/indicators"),
        tab("values", valuesHref(unit, year)),
        ...(unit.kind === "school" ? [tab("entry", entryHref(unit.id, year))] : []),
        tab("bank", bankHref(unit)),
        tab("formula", "/indicators/formula"),
      ]}
    />
  );
}
