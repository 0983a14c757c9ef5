import type { SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";

/**
 * The same adapter, whose transactions send one statement after the other. Prisma asks for several included relations at once, but a
 * connection answers one question at a time: pg queues them today, warns of it, and will refuse it.
 */
export function inTurn<Factory extends SqlDriverAdapterFactory>(factory: Factory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (...args) => queued(await start(...args));
      return adapter;
    },
  };
}

function queued(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const answered = () => {
    waiting -= 1;
  };
  const afterLast =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      const answer = waiting === 0 ? work(...args) : last.then(() => work(...args));
      waiting += 1;
      last = answer.then(answered, answered);
      return answer;
    };
  transaction.queryRaw = afterLast(transaction.queryRaw.bind(transaction));
  transaction.executeRaw = afterLast(transaction.executeRaw.bind(transaction));
  return transaction;
}
