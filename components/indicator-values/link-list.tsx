import { Section } from "#components/layout/section.tsx";

/** Units to go on to, in the natural order of their names; nothing when there are none. */
export function LinkList(props: {
  id: string;
  title: string;
  links: readonly { href: string; name: string }[];
}) {
  if (props.links.length === 0) return null;
  return (
    <Section id={props.id} title={props.title}>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {props.links.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
