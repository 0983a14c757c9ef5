import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { localityKinds, schoolKinds } from "#lib/schools/rules.ts";
import type { EntryWords } from "./entry.tsx";

const labelKeys = [
  "login",
  "municipalityId",
  "name",
  "fullName",
  "kind",
  "locality",
  "localityKind",
  "pupils",
  "correctional",
  "latitude",
  "longitude",
  "newName",
  "newFullName",
  "renamedOn",
  "successorLogin",
  "mergedOn",
  "note",
  "regionId",
  "regionCode",
  "regionName",
  "municipalityCode",
  "municipalityName",
  "class",
  "classPupils",
  "yes",
  "no",
] as const;
const hintKeys = [
  "login",
  "name",
  "editName",
  "pupils",
  "latitude",
  "longitude",
  "note",
  "renamedOn",
  "mergedOn",
  "successorLogin",
  "regionCode",
  "municipalityCode",
] as const;
const formKeys = ["optional", "standing", "typed", "blank"] as const;

/** Ready sentences of the registry's forms: a client component takes words, not a translator. */
export interface FormWords {
  entry: EntryWords;
  labels: Record<(typeof labelKeys)[number], string>;
  hints: Record<(typeof hintKeys)[number], string>;
  form: Record<(typeof formKeys)[number], string>;
  saveAgain: string;
  kinds: Option[];
  localityKinds: Option[];
}

/** `save` are the words of the button. `t` is the translator of all messages. */
export function formWords(t: Translate, save: string): FormWords {
  const read = <Key extends string>(keys: readonly Key[], group: string) =>
    Object.fromEntries(keys.map((key) => [key, t(`schools.${group}.${key}`)])) as Record<Key, string>;
  return {
    entry: {
      save,
      saving: t("schools.form.saving"),
      cancel: t("schools.form.cancel"),
    },
    labels: read(labelKeys, "labels"),
    hints: read(hintKeys, "hints"),
    form: read(formKeys, "form"),
    saveAgain: t("schools.refused.saveAgain"),
    kinds: schoolKinds.map((kind) => ({ value: kind, label: t(`schools.kind.${kind}`) })),
    localityKinds: localityKinds.map((kind) => ({ value: kind, label: t(`schools.localityKind.${kind}`) })),
  };
}
