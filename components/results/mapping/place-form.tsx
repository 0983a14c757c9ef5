import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { MappingView } from "#lib/results/mapping/queries.ts";

/** Which sheet and which row of it hold the table: a plain form that asks for the page anew. */
export function PlaceForm({ t, view }: { t: Translate; view: MappingView }) {
  return (
    <form className="grid max-w-measure gap-6">
      {view.sheets.length > 1 ? (
        <Select
          id="sheet"
          name="sheet"
          label={t("mapping.place.sheet")}
          defaultValue={view.sheet}
          options={view.sheets.map((name) => ({ value: name, label: name }))}
        />
      ) : (
        <input type="hidden" name="sheet" value={view.sheet} />
      )}
      <Select
        id="row"
        name="row"
        label={t("mapping.place.row")}
        width="full"
        defaultValue={String(view.headerRow)}
        options={view.rows.map(({ row, text }) => ({
          value: String(row),
          label: t("mapping.place.rowOption", { row, text }),
        }))}
      />
      <div>
        <Button type="submit">{t("mapping.place.show")}</Button>
      </div>
    </form>
  );
}
