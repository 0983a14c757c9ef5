import { Section } from "#components/layout/section.tsx";
import { type Fact, Facts } from "#components/ui/facts.tsx";
import type { Reader } from "./reader.ts";

/** An edition in the list of editions. */
export interface EditionLine {
  edition: number;
  /** «12.05.2026» */
  day: string;
  note: string;
  withdrawn: { day: string; reason: string } | null;
  current: boolean;
}

/** How an edition was made. In a preview there is no address yet, no day and no fingerprint. */
export interface MadeView {
  /** Path of this edition: `/reports/shkola-7-2026/2`. */
  address: string | null;
  /** The same with the host, to be copied. */
  fullAddress: string | null;
  edition: number;
  day: string | null;
  fingerprint: string | null;
  /** Newest first. */
  editions: EditionLine[];
}

/** Source, date, edition, permanent address, fingerprint with the file to check it, and all editions with their notes. */
export function MadeSection({ reader, made }: { reader: Reader; made: MadeView }) {
  const { t, link } = reader;
  const facts: Fact[] = [
    { key: "source", term: t("public.made.source"), value: t("public.made.sourceText") },
    {
      key: "published",
      term: t("public.made.published"),
      value: made.day
        ? t("public.made.publishedText", { day: made.day, edition: made.edition })
        : t("public.made.notPublished"),
    },
  ];
  if (made.address && made.fullAddress) {
    facts.push(
      {
        key: "address",
        term: t("public.made.address"),
        value: <a href={link(made.address)}>{made.fullAddress}</a>,
      },
      {
        key: "files",
        term: t("public.made.files"),
        value: (
          <ul>
            <li>
              <a href={link(`${made.address}/data.csv`)} download>
                {t("public.made.csv")}
              </a>
            </li>
            <li>
              <a href={`${made.address}/data.json`} download>
                {t("public.made.json")}
              </a>
            </li>
          </ul>
        ),
      },
    );
  }
  if (made.fingerprint)
    facts.push({
      key: "fingerprint",
      term: t("public.made.fingerprint"),
      value: (
        <>
          <span className="fingerprint">{made.fingerprint}</span>
          <span className="block text-small text-ink-2">{t("public.made.fingerprintText")}</span>
        </>
      ),
    });
  return (
    <Section
      id="made"
      title={t("public.made.title")}
      lead={<a href={link("/method")}>{t("public.made.method")}</a>}
    >
      <Facts facts={facts} />
      {made.editions.length > 0 ? <Editions reader={reader} made={made} /> : null}
    </Section>
  );
}

function Editions({ reader, made }: { reader: Reader; made: MadeView }) {
  const { t, link } = reader;
  const base = made.address?.replace(/\/\d+$/, "");
  return (
    <div className="grid max-w-measure gap-2">
      <h3>{t("public.made.editions")}</h3>
      <ul className="grid gap-2">
        {made.editions.map(({ edition, day, note, withdrawn, current }) => {
          const name = t("public.made.editionLine", { edition, day });
          return (
            <li key={edition}>
              {current ? (
                <strong>
                  {name} ({t("public.made.thisOne")})
                </strong>
              ) : (
                <a href={link(`${base}/${edition}`)}>{name}</a>
              )}
              {withdrawn ? (
                <span className="block text-ink-2">
                  {t("public.made.withdrawnLine", { day: withdrawn.day, reason: withdrawn.reason })}
                </span>
              ) : null}
              <span className="block">{note || t("public.made.first")}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
