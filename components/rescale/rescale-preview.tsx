import { ActionForm } from "#components/assessments/action-form.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { rescaleAction } from "#lib/results/actions.ts";
import type { RescalePreview } from "#lib/results/rescale-queries.ts";

/** What recounting by an edition would change, mark by mark, and the button that does it. */
export function Preview({ t, workId, preview }: { t: Translate; workId: number; preview: RescalePreview }) {
  const { edition, rows, changed, schools, lockedSchools, lockedRows, moves } = preview;
  const mark = (value: number | null) => (value === null ? t("rescale.noMark") : `«${value}»`);
  const none = t(rows === 0 ? "rescale.noRows" : "rescale.none", { edition });
  return (
    <Section
      id="what"
      title={t("rescale.whatTitle")}
      lead={changed > 0 ? <p>{t("rescale.sentence", { changed, rows, schools })}</p> : null}
    >
      {lockedSchools > 0 ? (
        <Notice kind="info" t={t}>
          <p>{t("rescale.locked", { schools: lockedSchools, rows: lockedRows })}</p>
        </Notice>
      ) : null}
      {changed === 0 ? (
        <EmptyState why={none} />
      ) : (
        <>
          <div className="max-w-sm">
            <Table
              id="moves"
              t={t}
              caption={t("rescale.caption")}
              columns={[
                { key: "from", head: t("rescale.was"), cell: ({ from }) => mark(from) },
                { key: "to", head: t("rescale.becomes"), cell: ({ to }) => mark(to) },
                { key: "count", head: t("rescale.pupils"), numeric: true, cell: ({ count }) => count },
              ]}
              rows={moves}
              rowKey={({ from, to }) => `${from}-${to}`}
              dense
            />
          </div>
          <p className="max-w-measure">{t("rescale.after")}</p>
          <ActionForm
            id="rescale"
            action={rescaleAction}
            words={{
              save: t("rescale.send", { edition }),
              saving: t("rescale.sending"),
              cancel: t("rescale.back"),
            }}
            fields={[]}
            hidden={{ workId: String(workId), edition: String(edition), expected: String(changed) }}
            back={`/assessments/${workId}`}
          />
        </>
      )}
    </Section>
  );
}

/** Editions of the scale as links; the one that is shown stands without one. */
export function EditionChoice({
  t,
  workId,
  preview,
}: {
  t: Translate;
  workId: number;
  preview: RescalePreview;
}) {
  if (preview.editions.length < 2) return null;
  return (
    <Section id="which" title={t("rescale.editionTitle")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {preview.editions.map((edition) => (
          <li key={edition} className="inline-flex min-h-11 items-center">
            {edition === preview.edition ? (
              <strong aria-current="true">{t("rescale.editionHere", { edition })}</strong>
            ) : (
              <a href={`/assessments/${workId}/rescale?edition=${edition}`}>
                {t("rescale.edition", { edition })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
