"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ExploreData, ExploreWords } from "./explore-distribution.tsx";

const ExploreDistribution = lazy(() => import("./explore-distribution.tsx"));

/** «Исследовать»: asks for the interactive chart only when someone wants it. A client component takes ready words. */
export function Explore({
  data,
  words,
}: {
  data: ExploreData;
  words: ExploreWords & { open: string; close: string; loading: string };
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="grid justify-items-start gap-3 print:hidden">
      <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {isOpen ? words.close : words.open}
      </Button>
      {isOpen ? (
        <div className="explore">
          <Suspense fallback={<p role="status">{words.loading}</p>}>
            <ExploreDistribution data={data} words={words} />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}
