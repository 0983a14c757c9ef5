import { Section } from "#components/layout/section.tsx";
import { factOf } from "#lib/indicators/formula/facts.ts";
import { assignDutyAction, enterFactsAction } from "#lib/indicators/values/actions.ts";
import type { EntryPage } from "#lib/indicators/values/entry-queries.ts";
import type { EntryForm as Form } from "#lib/indicators/values/needed-facts.ts";
import { indicatorName, plainText, type ValueWords } from "#lib/indicators/values/words.ts";
import { formatDay, formatInstant } from "#lib/platform/format/day.ts";
import { DutyForm } from "./duty-form.tsx";
import { EntryForm } from "./entry-form.tsx";

/** One form of entered values: whose it is, until when, its fields. What indicators need stands first. */
export function EntrySection({ words, page, form }: { words: ValueWords; page: EntryPage; form: Form }) {
  const { t, locale } = words;
  const { group } = form;
  const duty = page.duties.get(group);
  const hidden = { schoolId: page.school.id, schoolYear: page.schoolYear, part: page.period.part };
  const codes = [...form.codes].sort((a, b) => Number(form.needed.has(b)) - Number(form.needed.has(a)));
  return (
    <Section
      id={group}
      title={t(`formulas.groups.${group}`)}
      lead={
        duty
          ? `${t("indicatorValues.entry.person")}: ${duty.name ?? "—"}, ${formatDay(duty.dueOn, { locale, style: "long" })}`
          : t("indicatorValues.missing.nobody")
      }
    >
      {page.mayAssign ? (
        <DutyForm
          id={`duty-${group}`}
          action={assignDutyAction}
          hidden={{ ...hidden, group }}
          people={page.people.map(({ id, name }) => ({ value: String(id), label: name }))}
          person={duty ? String(duty.personId) : ""}
          due={duty?.dueOn ?? ""}
          words={{
            person: t("indicatorValues.entry.person"),
            due: t("indicatorValues.entry.due"),
            assign: t("indicatorValues.entry.assign"),
          }}
        />
      ) : null}
      {page.mayEnter(group) ? (
        <EntryForm
          id={`entry-${group}`}
          action={enterFactsAction}
          hidden={hidden}
          fields={codes.map((code) => fieldOf(words, page, code))}
          words={{
            ...{ save: t("indicatorValues.entry.save"), saving: t("indicatorValues.entry.saving") },
            ...{ note: t("indicatorValues.entry.note"), unknown: t("indicatorValues.entry.unknown") },
            ...{ yes: t("indicatorValues.yes"), no: t("indicatorValues.no") },
          }}
        />
      ) : null}
    </Section>
  );
}

function fieldOf(words: ValueWords, page: EntryPage, code: string) {
  const { t } = words;
  const fact = factOf(code);
  const named = page.names.get(code);
  const stored = page.facts.get(code);
  const yesNo = fact ? fact.unit === null : named?.unit === "yesNo";
  const hint = stored
    ? [
        t("indicatorValues.entry.who", { who: stored.who ?? "—", when: formatInstant(stored.at, words) }),
        stored.note,
      ]
    : [t("indicatorValues.entry.blank")];
  return {
    ...{ code, yesNo, version: stored?.version ?? 0 },
    label: named ? `${named.code} ${indicatorName(words, named)}` : t(`formulas.facts.${code}`),
    unit: fact?.unit
      ? t(`formulas.units.${fact.unit}`)
      : named
        ? t(`indicatorValues.units.${named.unit}`)
        : "",
    // A choice carries the stored 1 or 0, a number is typed as people write it.
    value: stored === undefined ? "" : yesNo ? String(stored.value) : plainText(words, stored.value),
    hint: hint.filter(Boolean).join(". "),
  };
}
