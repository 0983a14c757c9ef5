import type { ReactNode } from "react";
import type { Translate } from "#components/ui/translate.ts";
import type { Place } from "./places.ts";

/** Foot of every page: help first and always in the same place (WCAG 3.2.6). */
export function Footer({ help, places, t }: { help: ReactNode; places: readonly Place[]; t: Translate }) {
  return (
    <footer className="footer print:hidden">
      <div className="wide grid gap-3">
        <div>
          <span className="font-semibold">{t("ui.frame.help")}:</span> {help}
        </div>
        <ul className="footer-links">
          {places.map((place) => (
            <li key={place.href}>
              <a href={place.href}>{place.label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
