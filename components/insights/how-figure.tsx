import { Section } from "#components/layout/section.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { HowView } from "#lib/insights/how-view.ts";

/** More files than this are folded. */
const SHOWN_FILES = 10;

/** «Как это посчитано» of one figure as a page of its own: the formula, then everything needed to get the same number again. */
export function HowFigure({ t, view }: { t: Translate; view: HowView }) {
  return (
    <Section id="how" title={t("insights.how.formula")}>
      <div className="formula grid gap-1">
        <p>{view.formula}</p>
        <p className="font-semibold">{view.numbers ?? t("insights.how.silence")}</p>
      </div>
      <Facts
        facts={[
          { key: "edition", term: t("ui.how.edition"), value: <Lines lines={[view.edition, view.source]} /> },
          { key: "rows", term: t("ui.how.rows"), value: <Counted t={t} view={view} /> },
          {
            key: "leftOut",
            term: t("ui.how.leftOut"),
            value: view.leftOut.length > 0 ? <Lines lines={view.leftOut} /> : t("ui.how.nothingLeftOut"),
          },
          ...(view.interval
            ? [{ key: "interval", term: t("insights.how.interval"), value: view.interval }]
            : []),
          { key: "rounding", term: t("ui.how.rounding"), value: view.rounding },
          { key: "source", term: t("ui.how.source"), value: <Files t={t} view={view} /> },
          ...(view.people.length > 0
            ? [{ key: "people", term: t("ui.how.people"), value: <Lines lines={view.people} /> }]
            : []),
          {
            key: "fingerprint",
            term: t("ui.how.fingerprint"),
            value: <span className="fingerprint">{view.fingerprint}</span>,
          },
        ]}
      />
    </Section>
  );
}

function Counted({ t, view }: { t: Translate; view: HowView }) {
  return (
    <>
      <p>{view.counted}</p>
      {view.rowsHref ? <a href={view.rowsHref}>{t("insights.how.rows")}</a> : null}
    </>
  );
}

function Files({ t, view }: { t: Translate; view: HowView }) {
  const list = (
    <ul className="grid gap-2">
      {view.files.map(({ key, title, lines }) => (
        <li key={key}>
          <p>{title}</p>
          <div className="text-small text-ink-2">
            <Lines lines={lines} />
          </div>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="grid gap-2">
      {view.filesNote ? <p>{view.filesNote}</p> : null}
      {view.files.length === 0 && !view.filesNote ? <p>{t("insights.how.noFiles")}</p> : null}
      {view.files.length > SHOWN_FILES ? <Fold summary={t("insights.how.files")}>{list}</Fold> : list}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
