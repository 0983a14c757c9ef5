import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Status } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { DraftView, EditionView } from "#lib/reports/queries.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

interface Props {
  t: Translate;
  draft: DraftView;
  mayWithdraw: boolean;
  at: (instant: string) => string;
  /** The portal's own address, before the path. */
  origin: string;
}

/** What is public: every edition with its address, fingerprint and note; those that stand can be withdrawn. */
export function EditionsSection({ t, draft, mayWithdraw, at, origin }: Props) {
  const path = `/reports/${draft.slug}`;
  return (
    <Section id="editions" title={t("reports.editions.title")}>
      {draft.editions.length === 0 ? (
        <EmptyState why={t("reports.editions.none")} />
      ) : (
        <p>
          {t("reports.editions.newest")}: <a href={path}>{origin + path}</a>
        </p>
      )}
      {draft.editions.map((edition) => (
        <Edition
          key={edition.edition}
          {...{ t, draft, edition, at, mayWithdraw }}
          address={`${path}/${edition.edition}`}
          origin={origin}
        />
      ))}
    </Section>
  );
}

function Edition(props: Props & { edition: EditionView; address: string }) {
  const { t, draft, edition, at, address, origin, mayWithdraw } = props;
  const number = edition.edition;
  const rest = draft.editions.find((one) => one.edition !== number && one.withdrawn === null)?.edition;
  return (
    <div className="grid gap-3">
      <h3>{t("reports.editions.name", { edition: number })}</h3>
      <Facts
        facts={[
          { key: "published", term: t("reports.editions.published"), value: at(edition.publishedAt) },
          {
            key: "state",
            term: t("reports.editions.state"),
            value: edition.withdrawn ? (
              <Status
                kind="none"
                t={t}
                plain
                word={t("reports.editions.withdrawn", {
                  day: at(edition.withdrawn.at),
                  reason: edition.withdrawn.reason,
                })}
              />
            ) : (
              <Status kind="ok" t={t} plain word={t("reports.editions.stands")} />
            ),
          },
          {
            key: "note",
            term: t("reports.editions.note"),
            value: edition.note || t("reports.editions.first"),
          },
          {
            key: "address",
            term: t("reports.editions.address"),
            value: <a href={address}>{origin + address}</a>,
          },
          {
            key: "fingerprint",
            term: t("reports.editions.fingerprint"),
            value: <span className="fingerprint">{edition.fingerprint}</span>,
          },
        ]}
      />
      {mayWithdraw && !edition.withdrawn ? (
        <Fold summary={t("reports.editions.withdrawFold", { edition: number })}>
          <WithdrawForm
            reportId={draft.id}
            edition={number}
            words={{
              text: t("reports.editions.withdrawText", { rest: rest === undefined ? "none" : String(rest) }),
              reason: t("reports.editions.reason"),
              reasonHint: t("reports.editions.reasonHint"),
              submit: t("reports.editions.withdraw", { edition: number }),
              sending: t("reports.editions.withdrawing"),
            }}
          />
        </Fold>
      ) : null}
    </div>
  );
}
