import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { NamedWork } from "#lib/results/named-works.ts";

/** An office names the school whose class it types, by the login that stands on every form. */
export function ChooseSchool({ t }: { t: Translate }) {
  return (
    <form action="/results/entry" className="grid max-w-measure gap-6">
      <Input
        id="login"
        name="login"
        label={t("entry.choose.login")}
        hint={t("entry.choose.loginHint")}
        width="short"
        autoComplete="off"
        required
      />
      <div>
        <Button type="submit" kind="primary">
          {t("entry.choose.find")}
        </Button>
      </div>
    </form>
  );
}

interface Props {
  t: Translate;
  works: readonly NamedWork[];
  chosen: number;
  /** null = the person's own school, which need not be said */
  schoolId: number | null;
}

/** Which work: a plain form, its answer is this page again. */
export function ChooseWork({ t, works, chosen, schoolId }: Props) {
  return (
    <form action="/results/entry" className="flex max-w-measure flex-wrap items-end gap-4">
      {schoolId === null ? null : <input type="hidden" name="school" value={schoolId} />}
      <Select
        id="work"
        name="work"
        label={t("entry.choose.work")}
        width="full"
        defaultValue={String(chosen)}
        options={works.map((work) => ({ value: String(work.id), label: workTitle(t, work) }))}
      />
      <Button type="submit">{t("entry.choose.show")}</Button>
    </form>
  );
}
