import { enterText, goTo, pressKey } from "#lib/entry/grid-keys.ts";
import { columnAt, copyText, type GridState, selectedCells, writeCells } from "#lib/entry/grid-state.ts";
import { parseBlock, pasteBlock } from "#lib/entry/paste.ts";
import { type Phrases, say } from "./phrases.ts";

/** Where the events of the grid go. */
interface Hand {
  readonly state: GridState;
  readonly phrases: Phrases;
  /** Makes a state the present one; `focus` = the hand follows to the active cell. */
  apply(next: GridState, focus: boolean): void;
  /** Puts the stored text back into a field. */
  restore(at: number): void;
  /** What a soft keyboard types next replaces the value. */
  select(): void;
  tell(message: string): void;
  flush(): Promise<boolean>;
  gotoProblem(by: 1 | -1): void;
  showHistory(): Promise<void>;
}

/** Listens to a table on behalf of its cells; answers how to stop. */
export function listenTo(table: HTMLElement, hand: Hand): () => void {
  const ends: (() => void)[] = [];
  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    react: (hand: Hand, event: HTMLElementEventMap[K]) => void,
  ) => {
    const reaction = (event: HTMLElementEventMap[K]) => react(hand, event);
    table.addEventListener(type, reaction);
    ends.push(() => table.removeEventListener(type, reaction));
  };
  listen("keydown", keyDown);
  listen("input", input);
  listen("mousedown", pressed);
  listen("copy", (to, event) => copied(to, event, false));
  listen("cut", (to, event) => copied(to, event, true));
  listen("paste", pasted);
  return () => {
    for (const end of ends) end();
  };
}

function keyDown(hand: Hand, event: KeyboardEvent): void {
  if (atOf(event) === null || event.isComposing) return;
  const { key, code, shiftKey: shift, altKey: alt } = event;
  const outcome = pressKey(hand.state, { key, code, shift, alt, ctrl: event.ctrlKey || event.metaKey });
  if (outcome.handled) event.preventDefault();
  hand.apply(outcome.state, outcome.handled);
  if (outcome.ask === "save") void hand.flush();
  else if (outcome.ask === "nextError") hand.gotoProblem(1);
  else if (outcome.ask === "previousError") hand.gotoProblem(-1);
  else if (outcome.ask === "help") open("entry-help");
  else if (outcome.ask === "history") void hand.showHistory();
  else if (outcome.ask === "leave") document.getElementById("entry-state")?.focus();
  else if (outcome.ask === "digitsOnly") hand.tell(hint(hand));
}

function open(id: string): void {
  const fold = document.getElementById(id);
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  fold?.querySelector("summary")?.focus();
}

/** What may be typed in the active cell. */
function hint({ state, phrases }: Hand): string {
  const column = columnAt(state, state.active);
  return say(phrases, `hint.${column.kind}`, { max: column.max });
}

/** Text that no key told of: a soft keyboard, dictation, a caret within the text. */
function input(hand: Hand, event: Event): void {
  const at = atOf(event);
  if (at === null || !(event.target instanceof HTMLInputElement)) return;
  const from = at === hand.state.active ? hand.state : goTo(hand.state, at);
  // As with keys, what is typed first replaces the value; the field itself would add to it.
  const replaces =
    from.mode === "ready" && event instanceof InputEvent && event.inputType.startsWith("insert");
  const text = replaces ? (event.data ?? event.target.value) : event.target.value;
  hand.apply(enterText(from, text), true);
  if (hand.state.mode !== "caret") hand.restore(at);
}

/** A cell under a pointer or a finger becomes the active one; within the field itself the pointer sets the caret. */
function pressed(hand: Hand, event: MouseEvent): void {
  const at = atOf(event);
  if (at === null || event.button !== 0) return;
  if (event.target instanceof HTMLInputElement && !event.shiftKey) return;
  event.preventDefault();
  hand.apply(goTo(hand.state, at, event.shiftKey), true);
  if (!event.shiftKey) hand.select();
}

function copied(hand: Hand, event: ClipboardEvent, cut: boolean): void {
  if (hand.state.mode === "caret") return;
  event.preventDefault();
  event.clipboardData?.setData("text/plain", copyText(hand.state));
  if (!cut) return;
  const blanks = selectedCells(hand.state).map((at) => [at, ""] as const);
  hand.apply(writeCells(hand.state, blanks), true);
}

function pasted(hand: Hand, event: ClipboardEvent): void {
  event.preventDefault();
  const block = parseBlock(event.clipboardData?.getData("text/plain") ?? "");
  if (block.length === 0) return;
  const { state, byCode, ...counts } = pasteBlock(hand.state, block);
  hand.apply(state, true);
  const parts = [say(hand.phrases, byCode ? "message.pastedByCode" : "message.pasted", counts)];
  if (counts.refused > 0) parts.push(say(hand.phrases, "message.pasteRefused", counts));
  if (counts.cutRows + counts.cutColumns > 0) parts.push(say(hand.phrases, "message.pasteCut", counts));
  hand.tell(parts.join(" "));
}

function atOf(event: Event): number | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-at]") : null;
  return cell === null ? null : Number(cell.dataset.at);
}
