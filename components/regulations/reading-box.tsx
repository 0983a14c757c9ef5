import { Notice } from "#components/ui/notice.tsx";
import { markReadAction } from "#lib/regulations/actions.ts";
import type { ReadingState } from "#lib/regulations/reading-queries.ts";
import { StepButtons } from "./step-buttons.tsx";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  editionId: number;
  state: ReadingState;
  /** When the viewer read it, in words. */
  readWhen: string | null;
  /** The page of the sheet, for who keeps it. */
  sheetHref: string | null;
}

/** «Ознакомлен»: what is asked of the reader, the one button, and how far the unit is. */
export function ReadingBox({ words: { t, day }, editionId, state, readWhen, sheetHref }: Props) {
  const { mine, readAt, unit } = state;
  const sheet = sheetHref ? (
    <p className="print:hidden">
      {unit ? `${t("regulations.reading.state", { have: unit.have, must: unit.must })}. ` : ""}
      <a href={sheetHref} className="inline-flex min-h-6 items-center">
        {t("regulations.reading.open")}
      </a>
    </p>
  ) : null;
  const button = (
    <StepButtons
      id="mark-read"
      action={markReadAction}
      hidden={{}}
      buttons={[
        {
          name: "editionId",
          value: String(editionId),
          label: t("regulations.reading.mark"),
          kind: mine ? "primary" : "secondary",
        },
      ]}
    />
  );
  if (readAt !== null && readWhen !== null)
    return (
      <div className="grid gap-2">
        <Notice kind="ok" t={t} title={t("regulations.reading.done", { when: readWhen })} />
        {sheet}
      </div>
    );
  if (mine === null)
    return (
      <div className="grid justify-items-start gap-2">
        {sheet}
        {button}
      </div>
    );
  return (
    <div className="grid gap-2">
      <Notice
        kind={mine.late ? "risk" : "warn"}
        t={t}
        title={t(`regulations.reading.${mine.late ? "mineLate" : "mine"}`, { day: day(mine.dueOn) })}
      >
        {button}
      </Notice>
      {sheet}
    </div>
  );
}
