import { Tabs } from "#components/ui/tabs.tsx";
import type { Translate } from "#components/ui/translate.ts";

const places = ["/indicators", "/indicators/orphans"] as const;
const labels = { "/indicators": "catalogue", "/indicators/orphans": "orphans" } as const;

/** Views of the catalogue. Pages of values may hand in tabs of their own beside them. */
export function IndicatorTabs({
  t,
  current,
  more = [],
}: {
  t: Translate;
  current: string;
  more?: readonly { href: string; label: string }[];
}) {
  const own = places.map((href) => ({ href, label: t(`indicators.tabs.${labels[href]}`) }));
  const tabs = [...own, ...more].map((tab) => ({ ...tab, current: tab.href === current }));
  return <Tabs label={t("indicators.tabs.label")} tabs={tabs} />;
}
