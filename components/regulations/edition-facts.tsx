import { Facts } from "#components/ui/facts.tsx";
import type { EditionView, RegulationView } from "#lib/regulations/view.ts";
import { EditionStatus } from "./edition-table.tsx";
import { periodText, type Words } from "./words.ts";

/** When an edition was adopted, by whom, and how long it is in force. */
export function EditionFacts({
  words,
  edition,
  editions,
}: {
  words: Words;
  edition: EditionView["edition"];
  editions: RegulationView["editions"];
}) {
  const { t, day } = words;
  const replaced = editions.find(({ id }) => id === edition.replacesId);
  const fact = (key: string, value: string | null) =>
    value === null || value === "" ? [] : [{ key, term: t(`regulations.edition.${key}`), value }];
  return (
    <Facts
      facts={[
        {
          key: "state",
          term: t("regulations.edition.state"),
          value: <EditionStatus words={words} state={edition.state} />,
        },
        ...fact("period", periodText(words, edition)),
        ...fact("adoptedOn", edition.adoptedOn ? day(edition.adoptedOn) : null),
        ...fact("adoptedBy", edition.adoptedBy),
        ...fact(
          "replaces",
          replaced ? t("regulations.edition.replacesWhat", { number: replaced.number }) : null,
        ),
        ...fact("note", edition.note),
      ]}
    />
  );
}
