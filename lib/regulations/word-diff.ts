/** A stretch of text that both versions have, that only the earlier has, or only the later. */
export interface DiffPart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Beyond this many words between the first and the last difference they are shown as replaced: nobody reads such a diff word by word. */
const MOST_WORDS = 6_000;

/**
 * Differences of two texts word by word, in the order of reading: what was removed stands before what came in its place.
 * Longest common subsequence over words, spaces and punctuation marks; equal texts are one `same` part, empty ones none.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const a = tokens(before);
  const b = tokens(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  return joined([
    ...one("same", a.slice(0, start).join("")),
    ...middle(a.slice(start, aEnd), b.slice(start, bEnd)),
    ...one("same", a.slice(aEnd).join("")),
  ]);
}

function middle(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length + b.length > MOST_WORDS) return [...one("removed", a.join("")), ...one("added", b.join(""))];
  const width = b.length + 1;
  // longest[i * width + j]: length of the longest common subsequence of what is left of a from i and of b from j
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: "same", text: a[i]! });
      i += 1;
      j += 1;
    } else if (
      j === b.length ||
      (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      parts.push({ kind: "removed", text: a[i]! });
      i += 1;
    } else {
      parts.push({ kind: "added", text: b[j]! });
      j += 1;
    }
  }
  return parts;
}

/** Words, runs of white space, and single marks; together they are the text again. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

function one(kind: DiffPart["kind"], text: string): DiffPart[] {
  return text === "" ? [] : [{ kind, text }];
}

/** Neighbours of one kind become one; a lone space between two changes belongs to the change. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    out.push(...one("removed", removed), ...one("added", added));
    removed = added = "";
  };
  parts.forEach((part, index) => {
    if (part.kind === "removed") removed += part.text;
    else if (part.kind === "added") added += part.text;
    else if (/^\s+$/.test(part.text) && removed !== "" && added !== "" && changes(parts[index + 1])) {
      removed += part.text;
      added += part.text;
    } else {
      flush();
      const last = out.at(-1);
      if (last?.kind === "same") last.text += part.text;
      else out.push({ ...part });
    }
  });
  flush();
  return out;
}

function changes(part: DiffPart | undefined): boolean {
  return part !== undefined && part.kind !== "same";
}
