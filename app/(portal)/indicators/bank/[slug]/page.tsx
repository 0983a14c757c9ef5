import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BankTable } from "#components/indicator-values/bank-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getFrozen } from "#lib/indicators/values/bank-queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { valueWords } from "../../values/read.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicatorValues"))("bank.frozen") };
}

export default async function FrozenPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const viewer = await requireViewer(`/indicators/bank/${slug}`);
  const frozen = await answered(() => getFrozen(viewer, slug));
  const words = await valueWords();
  const { t } = words;
  return (
    <>
      <PageHeader
        t={t}
        title={frozen.title}
        crumbs={[
          { label: t("indicatorValues.bank.title"), href: "/indicators/bank" },
          { label: frozen.title },
        ]}
        lead={t("indicatorValues.bank.frozenOf", {
          when: [formatInstant(frozen.at, words), frozen.who].filter(Boolean).join(", "),
        })}
      />
      <Notice
        kind={frozen.intact ? "ok" : "risk"}
        t={t}
        title={t(frozen.intact ? "indicatorValues.bank.intact" : "indicatorValues.bank.broken")}
      >
        <p>
          {t("indicatorValues.bank.fingerprint")}: <span className="fingerprint">{frozen.sha256}</span>
        </p>
      </Notice>
      <BankTable words={words} table={frozen.table} caption={frozen.title} />
      <div>
        <LinkButton href={`/api/indicators/bank?slug=${encodeURIComponent(slug)}`}>
          {t("indicatorValues.bank.export")}
        </LinkButton>
      </div>
    </>
  );
}
