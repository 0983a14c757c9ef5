import type { PublicSchool } from "#lib/schools/public-queries.ts";
import type { Reader } from "./reader.ts";

/** Schools by name, each with where it is: nothing that could be read as a place in a list. */
export function SchoolList({ reader, schools }: { reader: Reader; schools: readonly PublicSchool[] }) {
  return (
    <ul className="gap-6 md:columns-2">
      {schools.map(({ slug, name, locality, municipality }) => (
        <li key={slug} className="break-inside-avoid border-t border-line py-2">
          <a href={reader.link(`/schools/${slug}`)} className="inline-flex min-h-11 items-center">
            {name}
          </a>
          <span className="block text-small text-ink-2">
            {[locality, municipality.name].filter((part) => part !== "").join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
