import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Clause } from "#lib/regulations/schema.ts";
import { textLanguage } from "#lib/regulations/text-language.ts";
import { clauseAnchor, type Words } from "./words.ts";

interface Props {
  words: Words;
  clauses: readonly Clause[];
  /** The page of a clause; without it numbers are no links. */
  href?: (clause: Clause) => string;
  /** Level of the headings of sections: under a section of the page 3, right under its name 2. */
  level?: 2 | 3;
  /** Under a clause: buttons of a draft. */
  below?: (clause: Clause) => ReactNode;
}

/** Deeper clauses stand further in, but never so far that a phone has no room for words. */
const indents = ["", "sm:pl-0", "sm:pl-6", "sm:pl-12"];

/** The text of an edition: sections as headings, clauses with their numbers. Every clause has an address on the page. */
export function ClauseText({ words, clauses, href, level = 3, below }: Props) {
  return (
    <div className="grid gap-3" lang={languageOf(clauses)}>
      {clauses.map((clause) => {
        const { key, heading, body, depth } = clause;
        const number = <ClauseNumber words={words} clause={clause} href={href?.(clause)} />;
        return (
          <div
            key={key}
            id={clauseAnchor(key)}
            className={classNames("grid max-w-measure scroll-mt-4 gap-1", indents[Math.min(depth - 1, 3)])}
          >
            {heading === "" ? (
              <div className="flex gap-x-3">
                {number}
                <div className="grid min-w-0 gap-1">
                  <Lines text={body} />
                </div>
              </div>
            ) : (
              <>
                <ClauseHeading depth={depth} level={level}>
                  {number} {heading}
                </ClauseHeading>
                <Lines text={body} />
              </>
            )}
            {below?.(clause)}
          </div>
        );
      })}
    </div>
  );
}

function ClauseNumber({
  words: { t },
  clause: { number },
  href,
}: {
  words: Words;
  clause: Clause;
  href: string | undefined;
}) {
  if (href === undefined) return number === "" ? null : <span className="num font-semibold">{number}</span>;
  const label =
    number === "" ? t("regulations.page.clauseLinkNone") : t("regulations.page.clauseLink", { number });
  return (
    <a href={href} aria-label={label} className="num inline-block min-h-6 min-w-6 shrink-0 font-semibold">
      {number === "" ? "§" : number}
    </a>
  );
}

function ClauseHeading({ depth, level, children }: { depth: number; level: 2 | 3; children: ReactNode }) {
  const Heading = `h${depth === 1 ? level : level + 1}` as "h2" | "h3" | "h4";
  return <Heading className={depth === 1 ? "pt-4" : "pt-1 font-semibold"}>{children}</Heading>;
}

/** Lines of a clause; lines of lists and of tables are paragraphs of their own. */
export function Lines({ text }: { text: string }) {
  if (text === "") return null;
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places without the text changing
    <p key={index}>{line}</p>
  ));
}

function languageOf(clauses: readonly Clause[]): string | undefined {
  return textLanguage(clauses.flatMap(({ heading, body }) => [heading, body])) ?? undefined;
}
