"use client";

import { Failure } from "#components/layout/failure.tsx";
import "./globals.css";

/** The frame itself failed: a document of its own. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="ru">
      <body>
        <main className="wide stack">
          <Failure error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
