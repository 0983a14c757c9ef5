import type { Translate } from "#components/ui/translate.ts";
import { roles } from "#lib/platform/access/permissions.ts";
import type { PlacementWords } from "./placement-fields.tsx";

/** The words of the two fields, made on the server: a client component takes ready words. */
export function placementWords(t: Translate): PlacementWords {
  return {
    role: t("people.invite.role"),
    unit: t("people.invite.unit"),
    unitHint: t("people.invite.unitHint"),
    noUnit: t("people.invite.noUnit"),
    regions: t("people.invite.regions"),
    municipalities: t("people.invite.municipalities"),
    roles: roles.map((role) => ({ value: role, label: t(`people.roles.${role}`) })),
  };
}
