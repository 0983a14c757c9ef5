import { Button } from "#components/ui/button.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { NamedWork } from "#lib/results/named-works.ts";
import type { SchoolChoice } from "#lib/results/template-queries.ts";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  works: readonly NamedWork[];
  /** `own` = the viewer's school, nothing to choose; null = too many for a list, the login is typed. */
  schools: "own" | readonly SchoolChoice[] | null;
}

/** Which template to make: a plain form whose answer is the file. */
export function TemplateForm({ words: { t }, works, schools }: Props) {
  return (
    <form action="/api/imports/template" className="grid max-w-measure gap-6">
      <Select
        id="work"
        name="work"
        label={t("results.template.work")}
        width="full"
        options={works.map((work) => ({ value: String(work.id), label: workTitle(t, work) }))}
      />
      {schools === "own" ? null : schools === null ? (
        <Input
          id="school"
          name="school"
          label={t("results.template.login")}
          hint={t("results.template.loginHint")}
          width="short"
          autoComplete="off"
          required
        />
      ) : (
        <Select
          id="school"
          name="school"
          label={t("results.template.school")}
          options={schools.map(({ login, name, municipality }) => ({
            value: login,
            label: `${name}, ${municipality}`,
          }))}
        />
      )}
      <ChoiceGroup
        id="format"
        name="format"
        type="radio"
        label={t("results.template.format")}
        choices={(["xlsx", "csv"] as const).map((value) => ({
          value,
          label: t(`results.template.${value}`),
        }))}
        chosen={["xlsx"]}
      />
      <div>
        <Button type="submit" kind="primary">
          {t("results.template.get")}
        </Button>
      </div>
    </form>
  );
}
