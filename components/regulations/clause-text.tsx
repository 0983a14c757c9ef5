import type { ReactNode } from "react";
import type { Clause } from "#lib/regulations/schema.ts";
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

/** The text of an edition: sections as headings, clauses with their numbers. Every clause has an address on the page. */
export function ClauseText({ words, clauses, href, level = 3, below }: Props) {
  return (
    <div className="grid gap-4">
      {clauses.map((clause) => (
        <div key={clause.key} id={clauseAnchor(clause.key)} className="grid max-w-measure scroll-mt-4 gap-1">
          <ClauseHead words={words} clause={clause} href={href?.(clause)} level={level} />
          <Lines text={clause.body} />
          {below?.(clause)}
        </div>
      ))}
    </div>
  );
}

interface HeadProps {
  words: Words;
  clause: Clause;
  href: string | undefined;
  level: 2 | 3;
}

function ClauseHead({ words: { t }, clause, href, level }: HeadProps) {
  const { number, heading, depth } = clause;
  const label =
    number === "" ? t("regulations.page.clauseLinkNone") : t("regulations.page.clauseLink", { number });
  const mark = number === "" ? "§" : number;
  const numbered =
    href === undefined ? (
      number === "" ? null : (
        <span className="num font-semibold">{number}. </span>
      )
    ) : (
      <a
        href={href}
        aria-label={label}
        className="num inline-flex min-h-6 min-w-6 items-center font-semibold"
      >
        {mark}
      </a>
    );
  if (heading === "") return numbered === null ? null : <p className="leading-none">{numbered}</p>;
  const Heading = `h${depth === 1 ? level : level + 1}` as "h2" | "h3" | "h4";
  return (
    <Heading className={depth === 1 ? "pt-3" : ""}>
      {numbered} {heading}
    </Heading>
  );
}

/** Lines of a clause; lines of lists and of tables are paragraphs of their own. */
export function Lines({ text }: { text: string }) {
  if (text === "") return null;
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places without the text changing
    <p key={index}>{line}</p>
  ));
}
