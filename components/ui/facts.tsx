import type { ReactNode } from "react";

export interface Fact {
  key: string;
  term: ReactNode;
  value: ReactNode;
}

/** Terms and what they are, ruled; the term stands above its value on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.term}</dt>
          <dd className="min-w-0">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
