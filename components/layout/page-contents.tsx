import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Place } from "./places.ts";

/** Sections of a long page: beside the text, or folded over it on a narrow page. First child of `.beside`. */
export function PageContents({ places, t }: { places: readonly Place[]; t: Translate }) {
  return (
    <nav className="contents print:hidden" aria-label={t("ui.nav.contents")}>
      <div className="md:hidden">
        <Fold summary={t("ui.nav.contents")}>
          <Links places={places} />
        </Fold>
      </div>
      <div className="hidden md:block">
        <p className="pb-2 font-semibold">{t("ui.nav.contents")}</p>
        <Links places={places} />
      </div>
    </nav>
  );
}

function Links({ places }: { places: readonly Place[] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.href}>
          <a href={place.href}>{place.label}</a>
        </li>
      ))}
    </ul>
  );
}
