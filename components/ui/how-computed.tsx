import type { ReactNode } from "react";
import { type Fact, Facts } from "./facts.tsx";
import type { Translate } from "./translate.ts";

export interface HowComputedProps {
  t: Translate;
  /** Unique on the page; the links «Как это посчитано» lead to `#id`. */
  id: string;
  /** What was computed: name of the figure, whose, when. */
  name: string;
  /** The formula in words: «(«4» + «5») / участники × 100». */
  formula: string;
  /** The same with the numbers put in: «(4 + 10) / 24 × 100 = 58,3 %». Absent when the figure is hidden. */
  numbers?: string;
  /** «редакция 2, действует с 01.09.2024» */
  edition: ReactNode;
  /** How many rows were counted, with a link to them. */
  rows: ReactNode;
  /** Rows left out, each with its reason. */
  leftOut?: readonly string[];
  /** The file or page the figure comes from. */
  source: ReactNode;
  /** Who loaded, checked, approved, and when. */
  people: readonly { role: string; who: string; when: string }[];
  /** Clause of the document that asks for the figure. */
  clause?: ReactNode;
  rounding?: ReactNode;
  /** Hash of the inputs. */
  fingerprint: string;
  /** Recompute, download with formulas. */
  children?: ReactNode;
}

/** «Как это посчитано»: everything needed to get the same number again, as a part of a page. */
export function HowComputed(props: HowComputedProps) {
  const { t, id, name, formula, numbers, leftOut = [], people, children } = props;
  const facts: Fact[] = [
    { key: "edition", term: t("ui.how.edition"), value: props.edition },
    { key: "rows", term: t("ui.how.rows"), value: props.rows },
    {
      key: "leftOut",
      term: t("ui.how.leftOut"),
      value: leftOut.length > 0 ? <Lines lines={leftOut} /> : t("ui.how.nothingLeftOut"),
    },
    { key: "source", term: t("ui.how.source"), value: props.source },
    {
      key: "people",
      term: t("ui.how.people"),
      value: <Lines lines={people.map(({ role, who, when }) => `${role}: ${who}, ${when}`)} />,
    },
  ];
  if (props.clause) facts.push({ key: "clause", term: t("ui.how.clause"), value: props.clause });
  if (props.rounding) facts.push({ key: "rounding", term: t("ui.how.rounding"), value: props.rounding });
  facts.push({
    key: "fingerprint",
    term: t("ui.how.fingerprint"),
    value: <span className="fingerprint">{props.fingerprint}</span>,
  });
  return (
    <section id={id} className="grid min-w-0 gap-4" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {t("ui.how.title")}: {name}
      </h3>
      <div className="formula grid gap-1">
        <p>{formula}</p>
        {numbers ? <p className="font-semibold">{numbers}</p> : null}
      </div>
      <Facts facts={facts} />
      {children ? <div className="flex flex-wrap gap-2">{children}</div> : null}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
