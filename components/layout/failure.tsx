"use client";

import { useSyncExternalStore } from "react";
import { Button, LinkButton } from "#components/ui/button.tsx";
import ru from "#messages/ru/failure.json";
import uk from "#messages/uk/failure.json";

const never = () => () => {};
const documentWords = () => (document.documentElement.lang === "uk" ? uk : ru);

/**
 * What is shown when a page fails. It cannot ask the server for its sentences, so both languages come along; they are few.
 * The number stands beside the defect in the log.
 */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useSyncExternalStore(never, documentWords, () => ru);
  const number =
    typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
  return (
    <div className="grid max-w-measure gap-4" role="alert">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {number ? <p>{words.number.replace("{number}", number)}</p> : null}
      <div className="flex flex-wrap gap-4">
        <Button kind="primary" onClick={retry}>
          {words.retry}
        </Button>
        <LinkButton href="/">{words.home}</LinkButton>
      </div>
    </div>
  );
}
