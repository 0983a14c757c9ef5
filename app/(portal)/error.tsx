"use client";

import { Failure } from "#components/layout/failure.tsx";

/** A section that failed; the frame around it stays. */
export default function PortalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} retry={retry} />;
}
