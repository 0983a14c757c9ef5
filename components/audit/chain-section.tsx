import { Section } from "#components/layout/section.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ChainState } from "#lib/platform/audit/chain-queries.ts";

interface Props {
  /** Null until somebody asks for the check. */
  chains: readonly ChainState[] | null;
  checkHref: string;
  formatCount: (count: number) => string;
  t: Translate;
}

/** Whether anything was changed in the journal behind its back. */
export function ChainSection({ chains, checkHref, formatCount, t }: Props) {
  return (
    <Section id="chain" title={t("audit.chain.title")} lead={t("audit.chain.lead")}>
      {chains === null ? (
        <p>
          <LinkButton href={checkHref}>{t("audit.chain.check")}</LinkButton>
        </p>
      ) : (
        <Table
          id="chains"
          t={t}
          caption={t("audit.chain.caption")}
          rows={chains}
          rowKey={({ municipality }) => municipality ?? "portal"}
          columns={[
            {
              key: "municipality",
              head: t("audit.chain.municipality"),
              cell: ({ municipality }) => municipality ?? t("audit.chain.portal"),
            },
            {
              key: "events",
              head: t("audit.chain.events"),
              numeric: true,
              cell: ({ events }) => formatCount(events),
            },
            {
              key: "state",
              head: t("audit.chain.state"),
              cell: (chain) => <ChainWord chain={chain} t={t} />,
            },
            {
              key: "last",
              head: t("audit.chain.last"),
              cell: ({ lastHash }) => <span className="fingerprint">{lastHash ?? t("audit.nobody")}</span>,
            },
          ]}
        >
          <p className="max-w-measure text-small text-ink-2">{t("audit.chain.note")}</p>
        </Table>
      )}
    </Section>
  );
}

function ChainWord({ chain, t }: { chain: ChainState; t: Translate }) {
  if (chain.brokenAt !== null)
    return <Status kind="risk" t={t} word={t("audit.chain.broken", { id: chain.brokenAt })} />;
  if (chain.cutOff) return <Status kind="risk" t={t} word={t("audit.chain.cut")} />;
  if (chain.events === 0) return <Status kind="none" t={t} word={t("audit.chain.empty")} />;
  return <Status kind="ok" t={t} word={t("audit.chain.whole")} />;
}
