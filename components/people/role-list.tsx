import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { roles } from "#lib/platform/access/permissions.ts";

/** What each role may do, in a line, under a fold beside the choice of a role. */
export function RoleList({ t }: { t: Translate }) {
  const facts = roles.map((role) => ({
    key: role,
    term: t(`people.roles.${role}`),
    value: t(`people.roleHints.${role}`),
  }));
  return (
    <Fold summary={t("people.invite.rolesTitle")}>
      <Facts facts={facts} />
    </Fold>
  );
}
