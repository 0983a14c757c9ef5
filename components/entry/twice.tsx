import { Section } from "#components/layout/section.tsx";
import type { Words } from "#components/results/words.ts";
import { typeOnceAction, typeTwiceAction } from "#lib/entry/actions.ts";
import type { EntryView } from "#lib/entry/queries.ts";
import { formatNumber, formatShare } from "#lib/platform/format/number.ts";
import { EntryForm } from "./entry-form.tsx";

/** Whether the class is typed twice, and how far two typings agree. */
export function Twice({ words: { t, locale }, entry }: { words: Words; entry: EntryView }) {
  const { agreement, twice } = entry;
  if (agreement) {
    const { cells, differing, kappa } = agreement;
    const share = formatShare(differing, cells, { locale, decimals: 1 }) ?? "—";
    return (
      <Section id="twice" title={t("entry.twice.title")}>
        <p className="max-w-measure">
          {t("entry.twice.compared", { cells, differing, share })}{" "}
          {kappa === null
            ? t("entry.twice.noKappa")
            : t("entry.twice.kappa", { kappa: formatNumber(kappa, { locale, decimals: 2 }) })}
        </p>
      </Section>
    );
  }
  return (
    <Section id="twice" title={t("entry.twice.title")} lead={t(twice ? "entry.twice.on" : "entry.twice.off")}>
      <EntryForm
        key={String(twice)}
        id="twice-form"
        action={twice ? typeOnceAction : typeTwiceAction}
        entryKey={entry.key}
        words={{
          send: t(twice ? "entry.twice.turnOff" : "entry.twice.turnOn"),
          sending: t("entry.twice.turning"),
        }}
      />
    </Section>
  );
}
