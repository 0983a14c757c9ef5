"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How long between two looks, in milliseconds; without scripts the browser itself looks again. */
const pause = 2_000;

/** Says that something is still being done, and looks again until the page no longer has it. */
export function Waiting({ words }: { words: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div role="status">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p>{words}</p>
    </div>
  );
}
