import { type Fact, Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import type { SchoolCard } from "#lib/schools/queries.ts";
import { loginText } from "#lib/schools/rules.ts";
import type { Locale } from "#messages/load.ts";

/** The card of a school as terms and values; what nobody stated is said to be unknown. */
export function SchoolFacts({ t, locale, school }: { t: Translate; locale: Locale; school: SchoolCard }) {
  const unknown = t("schools.card.unknown");
  const place = [
    school.locality,
    school.localityKind === "unknown" ? "" : t(`schools.localityKind.${school.localityKind}`),
  ];
  const degrees = (value: number) => formatNumber(value, { locale, decimals: 5 });
  const facts: Fact[] = [
    { key: "login", term: t("schools.card.login"), value: loginText(school.login) },
    { key: "fullName", term: t("schools.card.fullName"), value: school.fullName || unknown },
    { key: "kind", term: t("schools.card.kind"), value: t(`schools.kind.${school.kind}`) },
    {
      key: "correctional",
      term: t("schools.card.correctional"),
      value: t(school.correctional ? "schools.labels.yes" : "schools.labels.no"),
    },
    {
      key: "municipality",
      term: t("schools.card.municipality"),
      value: `${school.municipality.name}, ${school.region}`,
    },
    { key: "place", term: t("schools.card.place"), value: place.filter(Boolean).join(", ") || unknown },
    {
      key: "pupils",
      term: t("schools.card.pupils"),
      value: school.pupils === null ? unknown : formatNumber(school.pupils, { locale }),
    },
    {
      key: "coordinates",
      term: t("schools.card.coordinates"),
      value:
        school.latitude === null || school.longitude === null
          ? unknown
          : `${degrees(school.latitude)}; ${degrees(school.longitude)}`,
    },
    {
      key: "address",
      term: t("schools.card.address"),
      value: <a href={`/schools/${school.slug}`}>/schools/{school.slug}</a>,
    },
  ];
  return <Facts facts={facts} />;
}
