import { type DiffPart, wordDiff } from "#lib/regulations/word-diff.ts";
import { DiffParts } from "./diff-parts.tsx";

interface Text {
  heading: string;
  body: string;
}

export interface BothWords {
  theirs: string;
  mine: string;
  same: string;
  added: string;
  removed: string;
}

/** Two texts of one clause side by side: theirs with the words that mine has not, mine with those that theirs has not. */
export function BothTexts({ theirs, mine, words }: { theirs: Text; mine: Text; words: BothWords }) {
  const parts = wordDiff(textOf(theirs), textOf(mine));
  if (parts.every(({ kind }) => kind === "same")) return <p>{words.same}</p>;
  const side = (passed: DiffPart["kind"]) => parts.filter(({ kind }) => kind !== passed);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {[["theirs", "added"] as const, ["mine", "removed"] as const].map(([whose, passed]) => (
        <section
          key={whose}
          aria-labelledby={`text-${whose}`}
          className="grid content-start gap-2 border border-line p-4"
        >
          <h4 id={`text-${whose}`} className="font-semibold">
            {words[whose]}
          </h4>
          <p className="whitespace-pre-line">
            <DiffParts parts={side(passed)} words={words} />
          </p>
        </section>
      ))}
    </div>
  );
}

function textOf({ heading, body }: Text): string {
  return [heading, body].filter((part) => part !== "").join("\n");
}
