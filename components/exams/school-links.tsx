import { Section } from "#components/layout/section.tsx";
import type { ExamWords } from "#lib/exams/words.ts";

/** Where one can go from here, by name. */
export function SchoolLinks(props: {
  words: ExamWords;
  id?: string;
  title: string;
  links: readonly { key: string; name: string; href: string }[];
}) {
  const { id = "units", title, links } = props;
  if (links.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <ul className="columns-1 gap-x-8 sm:columns-2 lg:columns-3">
        {links.map(({ key, name, href }) => (
          <li key={key} className="break-inside-avoid">
            <a href={href} className="inline-flex min-h-11 items-center">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
