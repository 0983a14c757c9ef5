import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { CatalogueFilter } from "#lib/indicators/schema.ts";
import { families, objects, ruleKinds } from "#lib/indicators/vocabulary.ts";

interface Props {
  t: Translate;
  chosen: CatalogueFilter;
  /** Who belongs to no unit has adopted nothing. */
  hasUnit: boolean;
  /** Schools have nobody below them. */
  hasBelow: boolean;
}

/** Which indicators to show: a plain form that asks by address. */
export function CatalogueFilters({ t, chosen, hasUnit, hasBelow }: Props) {
  const any = { value: "", label: t("indicators.list.any") };
  const named = (list: string, codes: readonly string[]) => [
    any,
    ...codes.map((value) => ({ value, label: t(`indicators.${list}.${value}`) })),
  ];
  const owners = ["portal", ...(hasUnit ? ["above", "own"] : []), ...(hasBelow ? ["below"] : [])];
  const ownerKey = (owner: string) =>
    `indicators.list.owner${owner.charAt(0).toUpperCase()}${owner.slice(1)}`;
  return (
    <search aria-label={t("indicators.list.filters")} className="print:hidden">
      <form action="/indicators" className="flex flex-wrap items-end gap-4">
        <Input
          id="q"
          name="q"
          type="search"
          label={t("indicators.list.search")}
          hint={t("indicators.list.searchHint")}
          defaultValue={chosen.q}
        />
        <Select
          id="family"
          name="family"
          label={t("indicators.list.family")}
          defaultValue={chosen.family ?? ""}
          options={named("families", families)}
        />
        <Select
          id="object"
          name="object"
          label={t("indicators.list.object")}
          width="short"
          defaultValue={chosen.object ?? ""}
          options={named("objects", objects)}
        />
        <Select
          id="rule"
          name="rule"
          label={t("indicators.list.rule")}
          defaultValue={chosen.rule ?? ""}
          options={named("rules", ruleKinds)}
        />
        {hasUnit ? (
          <Select
            id="adopted"
            name="adopted"
            label={t("indicators.list.adopted")}
            width="short"
            defaultValue={chosen.adopted ?? ""}
            options={[
              any,
              { value: "yes", label: t("indicators.list.yes") },
              { value: "no", label: t("indicators.list.no") },
            ]}
          />
        ) : null}
        <Select
          id="data"
          name="data"
          label={t("indicators.list.data")}
          width="short"
          defaultValue={chosen.data ?? ""}
          options={[
            any,
            { value: "yes", label: t("indicators.list.withData") },
            { value: "no", label: t("indicators.list.withoutData") },
          ]}
        />
        <Select
          id="owner"
          name="owner"
          label={t("indicators.list.owner")}
          defaultValue={chosen.owner ?? ""}
          options={[any, ...owners.map((value) => ({ value, label: t(ownerKey(value)) }))]}
        />
        <Button type="submit">{t("indicators.list.show")}</Button>
      </form>
    </search>
  );
}
