import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Props {
  title: string;
  text: string;
  links: readonly { href: string; label: string }[];
  t: Translate;
}

/** A page in place of the one that was asked for: what happened, and where to go. */
export function Refusal({ title, text, links, t }: Props) {
  return (
    <>
      <PageHeader t={t} title={title} lead={text} />
      <ul className="flex flex-wrap gap-4">
        {links.map(({ href, label }) => (
          <li key={href}>
            <LinkButton href={href}>{label}</LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}
