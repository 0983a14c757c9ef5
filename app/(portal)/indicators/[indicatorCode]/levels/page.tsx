import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { LevelForm } from "#components/indicators/level-form.tsx";
import { LevelPreviewSection } from "#components/indicators/level-preview.tsx";
import { PartHeader } from "#components/indicators/part-header.tsx";
import { previewLevels } from "#lib/indicators/level-queries.ts";
import { sameOwner, unitOf } from "#lib/indicators/owner.ts";
import { bordersFit, thresholdInForce } from "#lib/indicators/rules.ts";
import { previewSchema } from "#lib/indicators/schema.ts";
import { indicatorName } from "#lib/indicators/view.ts";
import { answered } from "#lib/platform/access/session.ts";
import { pageWords, today } from "../../page-words.ts";
import { readIndicator } from "../read-indicator.ts";

type Props = {
  params: Promise<{ indicatorCode: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { indicator } = await readIndicator((await params).indicatorCode);
  const words = await pageWords();
  return { title: words.t("indicators.levelForm.title", { name: indicatorName(words, indicator.shown) }) };
}

export default async function LevelsPage({ params, searchParams }: Props) {
  const { viewer, indicator, href } = await readIndicator((await params).indicatorCode);
  const { shown, thresholds, id, code } = indicator;
  if (!indicator.canDecide || shown.direction === "none") forbidden();
  const words = await pageWords();
  const { t } = words;
  const query = await searchParams;
  const asked = previewSchema.safeParse(query);
  const unit = unitOf(viewer);
  const inForce = thresholdInForce(thresholds, today());
  const newest = thresholds.find(({ owner }) => unit !== null && sameOwner(owner, unit));
  const fits = asked.success && bordersFit(asked.data, shown.direction);
  const preview = fits ? await answered(previewLevels(viewer, id, inForce, asked.data)) : null;
  const title = t("indicators.levelForm.title", { name: indicatorName(words, shown) });
  return (
    <>
      <PartHeader t={t} title={title} code={code} href={href} lead={t("indicators.levelForm.lead")} />
      <LevelForm
        words={words}
        direction={shown.direction}
        from={inForce}
        decimals={shown.decimals}
        asked={query}
        wrong={"optimal" in query && !fits}
      />
      {preview && asked.success ? (
        <LevelPreviewSection
          words={words}
          preview={preview}
          shown={shown}
          hidden={{
            ...{ indicatorId: String(id), version: String(newest?.version ?? 0) },
            optimal: String(asked.data.optimal),
            sufficient: String(asked.data.sufficient),
            acceptable: String(asked.data.acceptable),
          }}
          today={today()}
          back={href}
        />
      ) : null}
    </>
  );
}
