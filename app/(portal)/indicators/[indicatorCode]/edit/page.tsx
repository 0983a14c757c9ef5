import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { draftFields } from "#components/indicators/draft-fields.ts";
import { DraftForm } from "#components/indicators/draft-form.tsx";
import { PartHeader } from "#components/indicators/part-header.tsx";
import { PressForm } from "#components/indicators/press-form.tsx";
import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { dayText, indicatorName } from "#lib/indicators/view.ts";
import { pageWords, today } from "../../page-words.ts";
import { readIndicator } from "../read-indicator.ts";

type Props = { params: Promise<{ indicatorCode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { indicator } = await readIndicator((await params).indicatorCode);
  const words = await pageWords();
  return { title: words.t("indicators.form.editTitle", { name: indicatorName(words, indicator.shown) }) };
}

export default async function EditIndicatorPage({ params }: Props) {
  const { indicator, href } = await readIndicator((await params).indicatorCode);
  if (!indicator.mine) forbidden();
  const words = await pageWords();
  const { t } = words;
  const { versions, id, code, canDecide } = indicator;
  const draft = versions.find(({ status }) => status === "draft") ?? null;
  const from = draft ?? versions[0] ?? null;
  const title = t("indicators.form.editTitle", { name: indicatorName(words, indicator.shown) });
  const hidden = { indicatorId: String(id), revision: String(draft?.revision ?? 0) };
  const saving = t("indicators.form.saving");
  return (
    <>
      <PartHeader
        t={t}
        title={title}
        code={code}
        href={href}
        lead={t("indicators.form.editLead", { version: draft?.version ?? (from?.version ?? 0) + 1 })}
      />
      {draft ? (
        <Section
          id="adopt"
          title={t("indicators.form.adopt", { version: draft.version })}
          lead={t(canDecide ? "indicators.form.adoptLead" : "indicators.form.waits", {
            from: dayText(words, draft.effectiveFrom),
          })}
        >
          {canDecide ? (
            <PressForm
              press="adoptVersion"
              id="adopt-version"
              hidden={hidden}
              kind="primary"
              label={t("indicators.form.adopt", { version: draft.version })}
              working={t("indicators.form.adopting")}
            />
          ) : null}
          <Fold summary={t("indicators.form.drop")}>
            <p>{t("indicators.form.dropLead")}</p>
            <PressForm
              press="dropDraft"
              id="drop-draft"
              hidden={hidden}
              kind="danger"
              label={t("indicators.form.drop")}
              working={saving}
            />
          </Fold>
        </Section>
      ) : null}
      <Section id="draft-form" title={t("indicators.form.content")}>
        <p>
          <a href={`/indicators/formula?indicator=${id}`}>{t("indicators.form.formulaEditor")}</a>
        </p>
        <DraftForm
          target="save"
          hidden={hidden}
          fields={draftFields(
            words,
            from && draft === null ? { ...from, note: "" } : from,
            draft?.effectiveFrom ?? today(),
            false,
          )}
          words={{ save: t("indicators.form.save"), saving, cancel: t("indicators.form.cancel") }}
          back={href}
        />
      </Section>
    </>
  );
}
