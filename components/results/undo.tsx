import { Fold } from "#components/ui/fold.tsx";
import { ActionForm, type ResultsAction } from "./action-form.tsx";

interface Props {
  importId: number;
  action: ResultsAction;
  words: { title: string; text: string; send: string; sending: string };
  /** Why the file can no longer be taken back; null while it can. */
  refusal: string | null;
}

/** Taking an applied file back, under a line of its own so that nobody does it in passing; or why it cannot be. */
export function Undo({ importId, action, words, refusal }: Props) {
  return (
    <Fold summary={words.title} id="undo">
      <p className="max-w-measure">{refusal ?? words.text}</p>
      {refusal === null ? (
        <ActionForm
          id="undo-form"
          action={action}
          importId={importId}
          kind="danger"
          words={{ send: words.send, sending: words.sending }}
        />
      ) : null}
    </Fold>
  );
}
