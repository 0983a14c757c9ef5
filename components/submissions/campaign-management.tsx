import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import {
  closeCampaignAction,
  extendCampaignAction,
  giveExceptionAction,
  lockAcceptedAction,
} from "#lib/submissions/actions.ts";
import type { CampaignView } from "#lib/submissions/campaign-queries.ts";
import { FieldsForm } from "./fields-form.tsx";
import type { FieldSpec } from "./form-fields.tsx";

interface Props {
  t: Translate;
  campaign: CampaignView;
  /** The three days with what stands now. */
  days: readonly FieldSpec[];
  day: (day: string) => string;
}

/** Days, exceptions, closing and locking of one campaign, each under a line of its own. */
export function CampaignManagement({ t, campaign, days, day }: Props) {
  const word = (key: string) => t(`submissions.campaign.${key}`);
  const { id: campaignId, version, closed, editable, exceptions } = campaign;
  const reason: FieldSpec = { name: "reason", kind: "long", label: word("reason"), hint: word("reasonHint") };
  const sending = t("submissions.sending");
  return (
    <div className="grid gap-4">
      <h3>{word("exceptions")}</h3>
      {exceptions.length === 0 ? (
        <p>{word("noExceptions")}</p>
      ) : (
        <ul className="grid gap-1">
          {exceptions.map(({ schoolId, school, untilOn, reason }) => (
            <li key={schoolId}>
              {t("submissions.campaign.exception", { school, until: day(untilOn), reason })}
            </li>
          ))}
        </ul>
      )}
      <Fold summary={word("except")}>
        <FieldsForm
          id="except"
          action={giveExceptionAction}
          hidden={{ campaignId }}
          fields={[
            {
              name: "schoolId",
              kind: "select",
              label: word("fieldSchool"),
              value: String(campaign.schools[0]?.id ?? ""),
              options: campaign.schools.map(({ id, name }) => ({ value: String(id), label: name })),
            },
            { name: "untilOn", kind: "day", label: word("untilOn") },
            reason,
          ]}
          words={{ send: word("except"), sending }}
        />
      </Fold>
      {editable ? (
        <>
          <Fold summary={word("extend")}>
            <FieldsForm
              id="extend"
              action={extendCampaignAction}
              hidden={{ campaignId, version }}
              fields={[...days, reason]}
              words={{ send: word("extend"), sending }}
            />
          </Fold>
          <Fold summary={word(closed ? "reopen" : "close")}>
            <FieldsForm
              id="close"
              action={closeCampaignAction}
              hidden={{ campaignId, version, closed: closed ? "no" : "yes" }}
              fields={[reason]}
              words={{ send: word(closed ? "reopen" : "close"), sending }}
            />
          </Fold>
        </>
      ) : null}
      <Fold summary={word("lockAll")}>
        <FieldsForm
          id="lock-all"
          action={lockAcceptedAction}
          hidden={{ campaignId }}
          words={{ send: word("lockAll"), sending }}
        />
      </Fold>
    </div>
  );
}
