import { Tabs } from "#components/ui/tabs.tsx";
import type { Translate } from "#components/ui/translate.ts";

const places = [
  ["/indicators", "indicators.tabs.catalogue"],
  ["/indicators/orphans", "indicators.tabs.orphans"],
  ["/indicators/values", "indicatorValues.links.values"],
  ["/indicators/bank", "indicatorValues.links.bank"],
  ["/indicators/formula", "indicatorValues.links.formula"],
] as const;

/** The pages about indicators, side by side. */
export function IndicatorTabs({ t, current }: { t: Translate; current: (typeof places)[number][0] }) {
  const tabs = places.map(([href, label]) => ({ href, label: t(label), current: href === current }));
  return <Tabs label={t("indicators.tabs.label")} tabs={tabs} />;
}
