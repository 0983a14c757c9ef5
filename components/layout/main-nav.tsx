import { Icon } from "#components/ui/icon.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Place } from "./places.ts";

/** The sections: a row, or on a phone a list that unfolds without any script. */
export function MainNav({ places, t }: { places: readonly Place[]; t: Translate }) {
  return (
    <div className="main-nav print:hidden">
      <div className="wide">
        <details className="phone-nav md:hidden">
          <summary>
            <Icon name="menu" />
            {t("ui.nav.menu")}
          </summary>
          <nav aria-label={t("ui.nav.main")}>
            <Links places={places} />
          </nav>
        </details>
        <nav aria-label={t("ui.nav.main")} className="hidden md:block">
          <Links places={places} />
        </nav>
      </div>
    </div>
  );
}

function Links({ places }: { places: readonly Place[] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.href}>
          <a href={place.href} className="nav-link" aria-current={place.current ? "page" : undefined}>
            {place.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
