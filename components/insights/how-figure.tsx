import { Fold } from "#components/ui/fold.tsx";
import { HowComputed } from "#components/ui/how-computed.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { HowView } from "#lib/insights/how-view.ts";

/** More files than this are folded. */
const SHOWN_FILES = 10;

/** «Как это посчитано» of one figure as a page. */
export function HowFigure({ t, view }: { t: Translate; view: HowView }) {
  return (
    <HowComputed
      t={t}
      id="how"
      name={view.name}
      formula={view.formula}
      {...(view.numbers === null ? {} : { numbers: view.numbers })}
      edition={
        <>
          <p>{view.edition}</p>
          <p>{view.source}</p>
        </>
      }
      rows={
        <>
          <p>{view.counted}</p>
          {view.numbers === null ? <p>{t("insights.how.silence")}</p> : null}
          {view.rowsHref ? <a href={view.rowsHref}>{t("insights.how.rows")}</a> : null}
        </>
      }
      leftOut={view.leftOut}
      source={<Files t={t} view={view} />}
      people={view.people}
      rounding={
        <>
          <p>{view.rounding}</p>
          {view.interval ? (
            <p>
              {t("insights.how.interval")}: {view.interval}
            </p>
          ) : null}
        </>
      }
      fingerprint={view.fingerprint}
    />
  );
}

function Files({ t, view }: { t: Translate; view: HowView }) {
  const list = (
    <ul className="grid gap-2">
      {view.files.map(({ key, title, lines }) => (
        <li key={key}>
          <p>{title}</p>
          {lines.map((line) => (
            <p key={line} className="text-small text-ink-2">
              {line}
            </p>
          ))}
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
