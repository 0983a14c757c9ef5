import type { ReactNode } from "react";
import { PageContents } from "#components/layout/page-contents.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Reader } from "./reader.ts";

interface Part {
  /** Also the address of the part on the page. */
  id: string;
  /** Keys below the part's own: `text1`, `formula`, `text2`. */
  texts: readonly string[];
  /** After the texts. */
  children?: ReactNode;
}

interface Props {
  reader: Reader;
  /** Where the sentences stand: `public.method`. */
  keys: string;
  parts: readonly Part[];
}

/** A page to be read: questions as headings, short paragraphs, a list of the questions beside them. */
export function Prose({ reader, keys, parts }: Props) {
  const { t } = reader;
  const title = (id: string) => t(`${keys}.${id}.title`);
  return (
    <div className="beside">
      <PageContents t={t} places={parts.map(({ id }) => ({ href: `#${id}`, label: title(id) }))} />
      <div className="stack pt-0">
        {parts.map(({ id, texts, children }) => (
          <Section key={id} id={id} title={title(id)}>
            <div className="grid max-w-measure gap-3">
              {texts.map((text) => (
                <p key={text} className={text === "formula" ? "formula" : undefined}>
                  {t(`${keys}.${id}.${text}`)}
                </p>
              ))}
              {children}
            </div>
          </Section>
        ))}
      </div>
    </div>
  );
}
