"use client";

import { Failure } from "#components/layout/failure.tsx";

/** A page outside of the sections that failed. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="wide stack">
      <Failure error={error} retry={retry} />
    </main>
  );
}
