import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { Sign } from "#components/ui/sign.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Language } from "./places.ts";

export interface BandProps {
  t: Translate;
  home: { href: string; name: string };
  /** Where we are: region, municipality or school. */
  place?: string;
  /** Settings page for people with low vision. */
  visionHref: string;
  languages: readonly Language[];
  /** Signed in: the person. On public pages: the link to sign in. */
  account?: ReactNode;
}

/** The strip on top of every page, the same everywhere. */
export function Band({ t, home, place, visionHref, languages, account }: BandProps) {
  return (
    <header className="band print:hidden">
      <div className="wide">
        <div className="band-row">
          {/* First in the order of focus, and on a phone first to the eye. */}
          <div className="band-tools">
            <a href={visionHref} rel="nofollow">
              <Icon name="eye" />
              {t("ui.frame.vision")}
            </a>
            <Languages languages={languages} label={t("ui.frame.languages")} />
          </div>
          <a href={home.href} className="wordmark">
            <Sign />
            <span>{home.name}</span>
          </a>
          {place ? <p className="band-place hidden md:block">{place}</p> : null}
          {account ? <div className="band-account">{account}</div> : null}
        </div>
      </div>
    </header>
  );
}

function Languages({ languages, label }: { languages: readonly Language[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="languages">
        {languages.map((language) => (
          <li key={language.code}>
            {language.current ? (
              <span lang={language.code} aria-current="true">
                {language.label}
              </span>
            ) : (
              <a href={language.href} lang={language.code} hrefLang={language.code}>
                {language.label}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
