/**
 * Lets callers who ask the same thing at the same time share one answer. Nobody gets an answer that was begun before
 * they asked: whoever comes while one is under way waits for the next, together with all who came meanwhile. So under
 * load the cost stops growing with the number of readers, and no answer is older than its question.
 */
export function joined<T>(work: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  const waiting = new Map<string, Promise<T>>();
  const start = (key: string): Promise<T> => {
    const answer = work(key).finally(() => {
      if (running.get(key) === answer) running.delete(key);
    });
    running.set(key, answer);
    return answer;
  };
  return (key) => {
    const now = running.get(key);
    if (!now) return start(key);
    const known = waiting.get(key);
    if (known) return known;
    const begin = () => {
      waiting.delete(key);
      return start(key);
    };
    const next = now.then(begin, begin);
    waiting.set(key, next);
    return next;
  };
}
