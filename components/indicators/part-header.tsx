import { PageHeader } from "#components/layout/page-header.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Props {
  t: Translate;
  title: string;
  lead: string;
  /** The indicator whose page this one belongs to. */
  code: string;
  href: string;
}

/** The head of a page about one side of an indicator. */
export function PartHeader({ t, title, lead, code, href }: Props) {
  return (
    <PageHeader
      t={t}
      title={title}
      crumbs={[
        { href: "/indicators", label: t("indicators.crumb") },
        { href, label: code },
        { label: title },
      ]}
      lead={lead}
    />
  );
}
