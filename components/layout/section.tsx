import type { ReactNode } from "react";

interface Props {
  /** Also the address of the section: `#id`. */
  id: string;
  /** A question, as the reader would ask it. */
  title: ReactNode;
  /** The answer in a sentence. */
  lead?: ReactNode;
  children?: ReactNode;
}

/** A part of a page under the ink rule: question, answer, then what it stands on. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <div className="grid gap-2">
        <h2 id={`${id}-title`}>{title}</h2>
        {lead ? <div className="max-w-measure">{lead}</div> : null}
      </div>
      {children}
    </section>
  );
}
