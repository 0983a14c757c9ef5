import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { Band, type BandProps } from "./band.tsx";
import { Footer } from "./footer.tsx";
import { MainNav } from "./main-nav.tsx";
import type { Place } from "./places.ts";

export interface PageShellProps extends BandProps {
  places: readonly Place[];
  /** Unit and year of signed-in pages. */
  strip?: ReactNode;
  help: ReactNode;
  footPlaces?: readonly Place[];
  /** Entry grids take the whole width. */
  full?: boolean;
  children: ReactNode;
}

/** The frame of signed-in pages: band, sections, unit and year, content, help. */
export function PageShell({
  places,
  strip,
  help,
  footPlaces = [],
  full = false,
  children,
  ...band
}: PageShellProps) {
  return (
    <div className="frame">
      <SkipLink href="#main" label={band.t("ui.frame.skip")} />
      <Band {...band} />
      <MainNav places={places} t={band.t} />
      {strip ? (
        <section className="unit-strip print:hidden" aria-label={band.t("ui.strip.label")}>
          <div className="wide">{strip}</div>
        </section>
      ) : null}
      <main id="main" tabIndex={-1} className={classNames("wide stack", full && "wide-full")}>
        {children}
      </main>
      <Footer help={help} places={footPlaces} t={band.t} />
    </div>
  );
}
