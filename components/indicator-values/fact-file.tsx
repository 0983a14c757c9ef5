import { Section } from "#components/layout/section.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Field, fieldAttributes } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { YearPart } from "#lib/indicators/values/period.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";

const reasons = [
  "notANumber",
  "unknownFact",
  "notATemplate",
  "twice",
  "noFile",
  "part",
  "notYours",
  "whole",
  "negative",
  "yesNo",
];

const text = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");

/** The portal's template with what is known already, and the way back with it filled in. Works without a script. */
export function FactFile(props: {
  words: ValueWords;
  schoolId: number;
  year: number;
  part: YearPart;
  query: Record<string, string | string[] | undefined>;
}) {
  const { schoolId, year, part, query } = props;
  const { t } = props.words;
  const refused = text(query.refused);
  const done = /^\d{1,4}$/.test(text(query.done)) ? Number(query.done) : null;
  const address = `/api/indicators/facts?school=${schoolId}&year=${year}${part === "" ? "" : `&part=${part}`}`;
  const params = {
    row: text(query.row),
    raw: text(query.raw),
    part: text(query.part),
    whole: text(query.whole),
  };
  return (
    <Section id="file" title={t("indicatorValues.entry.fileTitle")}>
      {reasons.includes(refused) ? (
        <Notice kind="risk" t={t} title={t(`indicatorValues.refused.${refused}`, params)} role="alert" />
      ) : null}
      {done === null ? null : (
        <Notice kind="ok" t={t} title={t("indicatorValues.entry.done", { count: done })} role="status" />
      )}
      <form
        action={address}
        method="post"
        encType="multipart/form-data"
        className="flex flex-wrap items-end gap-4"
      >
        <LinkButton href={address}>{t("indicatorValues.entry.template")}</LinkButton>
        <Field
          id="facts-file"
          label={t("indicatorValues.entry.upload")}
          hint={t("indicatorValues.entry.uploadHint")}
        >
          <input
            type="file"
            name="file"
            accept=".xlsx"
            className="control"
            {...fieldAttributes({ id: "facts-file", hint: t("indicatorValues.entry.uploadHint") })}
          />
        </Field>
        <Button type="submit">{t("indicatorValues.entry.send")}</Button>
      </form>
    </Section>
  );
}
